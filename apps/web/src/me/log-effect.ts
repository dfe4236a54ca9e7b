import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';

/** What can come of a call, by the key that chooses it. */
export const outcomes = ['answered', 'noAnswer', 'voicemail', 'callBack', 'wrongNumber', 'notInterested'] as const;
export type OutcomeName = (typeof outcomes)[number];

/** How the log says it. A wish to be called back, or none at all, is a call that was picked up: the note says the rest. */
export const outcomeCodes: Readonly<Record<OutcomeName, string>> = {
  answered: 'connected',
  noAnswer: 'no_answer',
  voicemail: 'voicemail',
  callBack: 'connected',
  wrongNumber: 'wrong_number',
  notInterested: 'connected',
};

/** Which calls of a rep answer a lead, by the policy that judges it. */
export interface CallsThatAnswer {
  /** none does, whatever comes of it */
  readonly none: boolean;
  /** codes of outcomes with which a call is no answer */
  readonly unless: readonly string[];
}

/** Of a policy that says nothing about it: a call of a wrong number reaches nobody, all others are an answer. */
export const usualCalls: CallsThatAnswer = { none: false, unless: ['wrong_number'] };

export const stopsClock = (outcome: OutcomeName, { none, unless }: CallsThatAnswer): boolean =>
  !none && !unless.includes(outcomeCodes[outcome]);

/** What saving will do to the lead's clock. `runs_on`: `isReached`: somebody spoke, and the policy wants something else. `lateByMs` null: in time, or there is no target. */
export type LogEffect =
  | { readonly kind: 'runs_on'; readonly isReached: boolean }
  | { readonly kind: 'stopped_before' }
  | { readonly kind: 'held' }
  | { readonly kind: 'answers'; readonly at: number; readonly afterMs: number; readonly lateByMs: number | null };

/** `lead` null: it waits no more. `at`: the call, epoch ms of the server's clock. */
export function logEffect(outcome: OutcomeName, lead: QueueLead | null, at: number, calls: CallsThatAnswer): LogEffect {
  if (lead === null) return { kind: 'stopped_before' };
  if (!stopsClock(outcome, calls)) return { kind: 'runs_on', isReached: outcomeCodes[outcome] === 'connected' };
  if (lead.heldMs !== null) return { kind: 'held' };
  const over = lead.due === null ? 0 : at - lead.due;
  return { kind: 'answers', at, afterMs: Math.max(0, at - lead.since), lateByMs: over > 0 ? over : null };
}
