import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { beginEdit } from './draft-store.js';
import type { Listed } from './policy-answers.js';
import { PolicyFacts } from './policy-facts.js';
import { PolicyHistory } from './policy-history.js';
import { RemovePolicy } from './remove-policy.js';
import { usePolicyWords } from './use-policy-words.js';

/** A policy in force: what it says, since when, and what can be done with it. */
export function PolicyCard({ listed, coming }: { listed: Listed; coming: readonly Listed[] }) {
  const words = usePolicyWords();
  const [open, setOpen] = useState<'history' | 'remove' | null>(null);
  const { policy, settings, version, versions, effective_at } = listed;
  const since = words.moment(effective_at);
  const next = coming[0];
  const at = next === undefined ? '' : words.moment(next.effective_at);
  const taking = useRef<HTMLButtonElement>(null);
  const toggle = (part: 'history' | 'remove'): void => setOpen(open === part ? null : part);
  const close = (): void => {
    setOpen(null);
    taking.current?.focus();
  };
  return (
    <li className="panel pol-card" data-policy={policy}>
      <div className="pol-head">
        <span className="pol-rank">{words.number(settings.order)}</span>
        <h2>
          <bdi>{policy}</bdi>
        </h2>
        <span className="cap t2 grow">
          <Trans>
            in force since {since} · version {version}
          </Trans>
        </span>
        <div className="pol-doing">
          <button type="button" className="btn btn-quiet" onClick={() => beginEdit(policy, settings, versions)}>
            <Trans>Edit</Trans>
            <OfPolicy policy={policy} />
          </button>
          <button type="button" className="btn btn-quiet" aria-expanded={open === 'history'} onClick={() => toggle('history')}>
            <Trans>Versions</Trans>
            <OfPolicy policy={policy} />
          </button>
          <button type="button" ref={taking} className="btn btn-quiet" aria-expanded={open === 'remove'} onClick={() => toggle('remove')}>
            <Trans>Take away</Trans>
            <OfPolicy policy={policy} />
          </button>
        </div>
      </div>
      <PolicyFacts settings={settings} />
      {next !== undefined && (
        <p className="pol-next">
          {next.settings.removed ? <Trans>It is taken away at {at}.</Trans> : <Trans>Another version comes into force at {at}.</Trans>}
        </p>
      )}
      {open === 'history' && <PolicyHistory policy={policy} versions={versions} />}
      {open === 'remove' && <RemovePolicy policy={policy} seen={versions} onClose={close} />}
    </li>
  );
}

/** Which of the policies a button is about, for who hears the page. */
const OfPolicy = ({ policy }: { policy: string }) => (
  <span className="vh">
    {' '}
    <bdi>{policy}</bdi>
  </span>
);
