import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Icon } from '../console/icons.js';
import { useClock, useLink, useTrust } from '../console/use-console.js';
import { logStore, UNDO_MS, undo } from './log-desk.js';
import { useLogWords } from './log-words.js';

/** How long the line stays after it can be undone no more. */
const STAYS_MS = 60_000;

/** The call that was logged last, to be taken back for ten seconds. */
export function JustNow() {
  const just = useStore(logStore, (log) => log.just);
  const now = useLink((view) => view.now);
  const clock = useClock();
  const words = useLogWords();
  const { live } = useTrust();
  if (just === null || now - just.at > STAYS_MS) return null;
  const left = Math.max(0, Math.ceil((UNDO_MS - (now - just.at)) / 1_000));
  const offered = just.undo === 'failed' || (just.undo === 'offered' && left > 0);
  return (
    <section className="just" aria-live="off">
      <h2>
        <Trans>Just now</Trans>
      </h2>
      <div className="undo">
        <span>
          <b className="cut">{just.undo === 'done' ? <Trans>Taken back</Trans> : words.outcome(just.outcome)}</b>
          <span className="t2 cut">
            <bdi>{just.name}</bdi>, {clock.short(just.at)}
          </span>
        </span>
        {(offered || just.undo === 'asking') && (
          <Button
            className={just.undo === 'failed' ? 'btn btn-warn' : 'btn'}
            isDisabled={!live || just.undo === 'asking'}
            onPress={() => void undo()}
          >
            <Icon of="undo" />
            {just.undo === 'failed' ? (
              <Trans>Not confirmed. Try again</Trans>
            ) : just.undo === 'asking' || !live ? (
              <Trans>Undo</Trans>
            ) : (
              <Trans>Undo {left} s</Trans>
            )}
          </Button>
        )}
      </div>
    </section>
  );
}
