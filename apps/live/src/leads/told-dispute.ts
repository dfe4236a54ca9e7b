import type { EventName } from '@leadclock/domain/events/identity.js';
import type { Dispute } from '@leadclock/domain/lead/disputes.js';

/** A dispute in the words of the API: who says what about a lead is wrong and since when, and what was decided by whom. */
export interface ToldDispute {
  readonly event: EventName;
  readonly at: string;
  readonly rep: string;
  readonly about: string;
  readonly reason: string;
  /** null: nobody has decided it yet */
  readonly decided: ToldDecision | null;
}

interface ToldDecision {
  readonly event: EventName;
  readonly at: string;
  readonly by: string;
  readonly accepted: boolean;
  readonly reason: string | null;
}

export const toldDispute = ({ at, decided, ...dispute }: Dispute): ToldDispute => ({
  ...dispute,
  at: new Date(at).toISOString(),
  decided: decided === null ? null : { ...decided, at: new Date(decided.at).toISOString() },
});
