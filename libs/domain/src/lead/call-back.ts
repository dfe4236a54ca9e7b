import type { Deadline } from './deadlines.js';
import type { FollowUp, SubjectState, Touch } from './lead-state.js';

/** The step of a call that somebody has promised: no policy has it, so that it rings whatever the policy says. */
export const CALL_BACK = 'call_back';

/** Ways of speaking with each other: an e-mail is no call. */
const spoken: ReadonlySet<string> = new Set(['call', 'chat', 'meeting', 'demo', 'visit']);

/**
 * The deadline of the call that was promised last, until it is kept. It is kept by a person who spoke with the lead after it was promised (connected,
 * held), or who tried to from the promised instant on; an attempt before leaves it standing. null: none was promised, or it was kept.
 */
export function callBackDeadline({ followUp, touches }: Pick<SubjectState, 'followUp' | 'touches'>): Deadline | null {
  if (followUp === null || touches.some((touch) => keeps(touch, followUp))) return null;
  return { step: CALL_BACK, dueAt: followUp.due, policy: 'default', clock: followUp.event };
}

function keeps({ at, order, channel, actor, direction, outcomes }: Touch, promised: FollowUp): boolean {
  if (actor !== 'human' || !spoken.has(channel)) return false;
  const isAfter = at > promised.at || (at === promised.at && order > promised.order);
  if (!isAfter) return false;
  const outcome = outcomes.at(-1)?.outcome ?? null;
  if (outcome === 'wrong_number' || outcome === 'cancelled') return false;
  return outcome === 'connected' || outcome === 'held' || (direction === 'outbound' && at >= promised.due);
}
