import type { BodyOf } from './command-bodies.js';
import { closedRefusal, type Occasion } from './decide-owner.js';
import type { Verdict } from './verdict.js';

/** Closes a lead of which nothing will come, whosever it is: who spoke with it knows. A later `lead.qualified` opens it again, and so does `undo`. */
export function decideDisqualify({ rep, reason }: BodyOf<'disqualify'>, { standing, now }: Occasion): Verdict {
  return (
    closedRefusal(standing) ?? {
      kind: 'write',
      type: 'lead.disqualified',
      data: { rep, ...(reason !== undefined && { reason }) },
      time: now,
    }
  );
}
