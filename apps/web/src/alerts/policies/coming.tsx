import { Trans } from '@lingui/react/macro';
import { beginEdit } from './draft-store.js';
import type { Listed } from './policy-answers.js';
import { PolicyFacts } from './policy-facts.js';
import { usePolicyWords } from './use-policy-words.js';

/** Versions that come into force later. */
export function Coming({ coming }: { coming: readonly Listed[] }) {
  const words = usePolicyWords();
  if (coming.length === 0) return null;
  return (
    <section className="pol-more" aria-labelledby="pol-coming">
      <h2 id="pol-coming">
        <Trans>To come</Trans>
      </h2>
      <ul className="pol-list">
        {coming.map(({ policy, version, versions, effective_at, settings }) => {
          const at = words.moment(effective_at);
          return (
            <li key={`${policy} ${version}`} className="panel pol-card">
              <div className="pol-head">
                <h3>
                  <bdi>{policy}</bdi>
                </h3>
                <span className="cap t2 grow">
                  {settings.removed ? <Trans>taken away at {at}</Trans> : <Trans>in force from {at}</Trans>}
                </span>
                {!settings.removed && (
                  <button
                    type="button"
                    className="btn btn-quiet"
                    onClick={() => beginEdit(policy, { ...settings, effective_from: effective_at }, versions)}
                  >
                    <Trans>Edit</Trans>
                    <span className="vh">
                      {' '}
                      <bdi>{policy}</bdi>
                    </span>
                  </button>
                )}
              </div>
              {!settings.removed && <PolicyFacts settings={settings} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
