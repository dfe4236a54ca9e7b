import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { PolicyList } from './policy-answers.js';
import { PolicyHistory } from './policy-history.js';
import { usePolicyWords } from './use-policy-words.js';

/** Policies that judge no lead any more; their versions are still what judged the leads of their time. */
export function TakenAway({ removed }: Pick<PolicyList, 'removed'>) {
  const words = usePolicyWords();
  const [open, setOpen] = useState<string | null>(null);
  if (removed.length === 0) return null;
  return (
    <section className="pol-more" aria-labelledby="pol-removed">
      <h2 id="pol-removed">
        <Trans>Taken away</Trans>
      </h2>
      <ul className="panel pol-lines">
        {removed.map(({ policy, removed_at, versions }) => {
          const at = words.moment(removed_at);
          return (
            <li key={policy}>
              <div className="pol-head">
                <b>
                  <bdi>{policy}</bdi>
                </b>
                <span className="cap t2 grow">
                  {Date.parse(removed_at) > 0 ? <Trans>since {at}</Trans> : <Trans>before it came into force</Trans>}
                </span>
                <button
                  type="button"
                  className="btn btn-quiet"
                  aria-expanded={open === policy}
                  onClick={() => setOpen(open === policy ? null : policy)}
                >
                  <Trans>Versions</Trans>
                </button>
              </div>
              {open === policy && <PolicyHistory policy={policy} versions={versions} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
