import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { beginEdit } from './draft-store.js';
import type { Listed } from './policy-answers.js';
import { PolicyFacts } from './policy-facts.js';
import { RemovePolicy } from './remove-policy.js';
import { usePolicyWords } from './use-policy-words.js';

interface ComingProps {
  readonly coming: readonly Listed[];
  /** the policies that judge now: they are taken away where they stand */
  readonly inForce: readonly Listed[];
}

/** Versions that come into force later. */
export function Coming({ coming, inForce }: ComingProps) {
  if (coming.length === 0) return null;
  const judging = new Set(inForce.map(({ policy }) => policy));
  return (
    <section className="pol-more" aria-labelledby="pol-coming">
      <h2 id="pol-coming">
        <Trans>To come</Trans>
      </h2>
      <ul className="pol-list">
        {coming.map((listed) => (
          <ComingVersion key={`${listed.policy} ${listed.version}`} listed={listed} isNew={!judging.has(listed.policy)} />
        ))}
      </ul>
    </section>
  );
}

/** `isNew`: of a policy that judges no lead yet. */
function ComingVersion({ listed, isNew }: { listed: Listed; isNew: boolean }) {
  const { policy, versions, effective_at, settings } = listed;
  const at = usePolicyWords().moment(effective_at);
  const [isLeaving, setLeaving] = useState(false);
  const taking = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setLeaving(false);
    taking.current?.focus();
  };
  const ofPolicy = (
    <span className="vh">
      {' '}
      <bdi>{policy}</bdi>
    </span>
  );
  return (
    <li className="panel pol-card" data-coming={policy}>
      <div className="pol-head">
        <h3>
          <bdi>{policy}</bdi>
        </h3>
        <span className="cap t2 grow">{settings.removed ? <Trans>taken away at {at}</Trans> : <Trans>in force from {at}</Trans>}</span>
        {!settings.removed && (
          <div className="pol-doing">
            <button
              type="button"
              className="btn btn-quiet"
              onClick={() => beginEdit(policy, { ...settings, effective_from: effective_at }, versions)}
            >
              <Trans>Edit</Trans>
              {ofPolicy}
            </button>
            {isNew && (
              <button type="button" ref={taking} className="btn btn-quiet" aria-expanded={isLeaving} onClick={() => setLeaving(!isLeaving)}>
                <Trans>Take away</Trans>
                {ofPolicy}
              </button>
            )}
          </div>
        )}
      </div>
      {!settings.removed && <PolicyFacts settings={settings} />}
      {isLeaving && <RemovePolicy policy={policy} seen={versions} onClose={close} />}
    </li>
  );
}
