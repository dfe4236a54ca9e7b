import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { AskError } from '../../team/ask.js';
import { Shape } from '../../team/icons.js';
import { AskProblem } from '../ask-problem.js';
import type { FieldProblem } from '../form/form-problems.js';
import type { Replay } from './use-replay.js';
import { WhatIfResult } from './what-if-result.js';

/** How it stands with the replay that was asked for, and what it came to. */
export function ReplayState({ replay, unread, onAgain }: { replay: Replay; unread: readonly FieldProblem[]; onAgain: () => void }) {
  const isWrong = unread.length > 0 || (replay.kind === 'answered' && replay.answer.kind === 'wrong');
  const place = useRef<HTMLElement>(null);
  // it stands below a long form
  useEffect(() => {
    if (replay.kind === 'answered' && replay.answer.kind === 'replayed') place.current?.scrollIntoView({ block: 'start' });
  }, [replay]);
  return (
    <section ref={place} className="wi-state" aria-busy={replay.kind === 'running'}>
      <div role="status">
        {replay.kind === 'running' && (
          <p className="t2">
            <Trans>The period is being replayed …</Trans>
          </p>
        )}
        {isWrong && (
          <p className="pol-problem">
            <Shape of="late" />
            <Trans>It cannot be replayed yet: look at the fields that are marked.</Trans>
          </p>
        )}
      </div>
      {replay.kind === 'failed' &&
        (replay.error instanceof AskError && replay.error.status === 503 ? (
          <p className="pol-problem" role="alert">
            <Shape of="late" />
            <span>
              <Trans>Others replay a period just now, or it takes more than a minute. Try again in a moment, or with fewer days.</Trans>{' '}
              <button type="button" className="as-link" onClick={onAgain}>
                <Trans>Try again</Trans>
              </button>
            </span>
          </p>
        ) : (
          <AskProblem error={replay.error} onAgain={onAgain} />
        ))}
      {replay.kind === 'answered' && replay.answer.kind === 'replayed' && <WhatIfResult whatIf={replay.answer.whatIf} />}
    </section>
  );
}
