import type { BodyOf } from './command-bodies.js';
import { closedRefusal, type Occasion } from './decide-owner.js';
import { refuse, type Verdict } from './verdict.js';

/** Stops the clock of a lead, whosever it is, until it is resumed: its targets move on meanwhile. One whose clock has ended has none that could stand still. */
export function decidePause({ rep, reason }: BodyOf<'pause'>, { standing, now }: Occasion): Verdict {
  const closed = closedRefusal(standing);
  if (closed !== null) return closed;
  const { pausedAt, hasOpenClock, answeredBy, answeredAt } = standing;
  if (pausedAt !== null) return refuse('paused', 'the clock of the lead stands still already', null, pausedAt);
  if (!hasOpenClock) return refuse('answered', 'the lead is answered: it has no clock that could stand still', answeredBy, answeredAt);
  return { kind: 'write', type: 'lead.paused', data: { rep, reason }, time: now };
}

/** Lets the clock of a lead run again, whatever has become of it since. */
export function decideResume({ rep }: BodyOf<'resume'>, { standing, now }: Occasion): Verdict {
  const closed = closedRefusal(standing);
  if (closed !== null) return closed;
  if (standing.pausedAt === null) return refuse('running', 'the clock of the lead is not paused');
  return { kind: 'write', type: 'lead.resumed', data: { rep }, time: now };
}
