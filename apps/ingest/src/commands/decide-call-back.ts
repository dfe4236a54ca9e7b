import { instantOf } from '@leadclock/domain/events/instant.js';
import type { BodyOf } from './command-bodies.js';
import { closedRefusal, type Occasion } from './decide-owner.js';
import type { Verdict } from './verdict.js';

/** Who is told to call next year has mistaken the year. */
const LONGEST_AHEAD_MS = 366 * 86_400_000;

/** Says when a lead is to be called back, of whomever's lead: who spoke with it knows. The latest counts. */
export function decideCallBack({ rep, at, ...said }: BodyOf<'call-back'>, { standing, now }: Occasion): Verdict {
  const unfit = closedRefusal(standing);
  if (unfit !== null) return unfit;
  const due = instantOf(at);
  if (due <= now) return { kind: 'wrong', problem: '$.at has passed; give an instant that is still to come' };
  if (due > now + LONGEST_AHEAD_MS) return { kind: 'wrong', problem: '$.at is more than a year ahead; give a nearer one' };
  return { kind: 'write', type: 'lead.follow_up_set', data: { rep, at, ...said }, time: now };
}
