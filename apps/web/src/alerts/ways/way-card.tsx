import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { RemoveWay } from './remove-way.js';
import { TellProblem } from './tell-problem.js';
import { TestOutcome } from './test-outcome.js';
import { useTellWay } from './use-tell-way.js';
import { useWayWords } from './use-way-words.js';
import type { Way } from './way-answers.js';
import { askedKinds } from './way-draft.js';
import { WayFacts } from './way-facts.js';
import { WayLog } from './way-log.js';
import { WayState } from './way-state.js';
import { beginChange } from './way-store.js';

interface CardProps {
  readonly way: Way;
  readonly asOf: number;
  readonly hasMail: boolean;
}

/** A way: how it does, and what can be done with it. */
export function WayCard({ way, asOf, hasMail }: CardProps) {
  const { t } = useLingui();
  const words = useWayWords(asOf);
  const [open, setOpen] = useState<'log' | 'remove' | null>(null);
  const test = useTellWay();
  const change = useTellWay();
  const { way: name, kind, paused_at } = way;
  const path = `/${encodeURIComponent(name)}`;
  const isAsked = askedKinds.some((one) => one === kind);
  const toggle = (part: 'log' | 'remove'): void => setOpen(open === part ? null : part);
  return (
    <li className="panel pol-card way-card" data-way={name}>
      <div className="pol-head">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <WayState way={way} />
        <span className="cap t2 grow">
          {words.kind(kind)} · <bdi>{words.listener(way.for)}</bdi>
        </span>
        <div className="way-buttons" role="group" aria-label={t`What to do with ${name}`}>
          {isAsked && (
            <button type="button" className="btn btn-quiet" onClick={() => beginChange(way)}>
              <Trans>Edit</Trans>
            </button>
          )}
          <button type="button" className="btn btn-quiet" disabled={test.sending} onClick={() => void test.tell('POST', `${path}/test`)}>
            <Trans>Send a test</Trans>
          </button>
          <button
            type="button"
            className="btn btn-quiet"
            disabled={change.sending}
            onClick={() => void change.tell('PATCH', path, { paused: paused_at === null })}
          >
            {paused_at === null ? <Trans>Pause</Trans> : <Trans>Resume</Trans>}
          </button>
          <button type="button" className="btn btn-quiet" aria-expanded={open === 'log'} onClick={() => toggle('log')}>
            <Trans>Messages</Trans>
          </button>
          <button type="button" className="btn btn-quiet" aria-expanded={open === 'remove'} onClick={() => toggle('remove')}>
            <Trans>Remove</Trans>
          </button>
        </div>
      </div>
      <TestOutcome sending={test.sending} answered={test.answered} at={test.at} />
      <TellProblem answered={change.answered} />
      <WayFacts way={way} asOf={asOf} hasMail={hasMail} />
      {open === 'log' && <WayLog way={name} asOf={asOf} />}
      {open === 'remove' && <RemoveWay way={name} waiting={way.waiting} onClose={() => setOpen(null)} />}
    </li>
  );
}
