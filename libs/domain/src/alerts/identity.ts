import { canonicalJson } from '../events/canonical-json.js';
import { type EventName, textDigest } from '../events/identity.js';

/** The policy that an alert's deadline comes from: the event that set it, or the one that holds where none matches. */
export type PolicyName = EventName | 'default';

/** The clock that a deadline stands on: the lead's, or its owner's, which runs from an event (an assignment, a claim, a handover). */
export type ClockName = EventName | 'lead';

/** What makes an alert that one and no other. */
export interface AlertIdentity {
  readonly lead: string;
  readonly policy: PolicyName;
  readonly step: string;
  readonly clock: ClockName;
  /** 1; it grows when the one before was retracted and the reason stands again, and by the step's repeat */
  readonly round: number;
}

const LENGTH = 32;

/**
 * The name of an alert, 32 hex signs: the same whoever works it out, so that it is raised once. It does not hold the deadline: one that
 * moves with a pause is the same alert's.
 */
export function alertId({ lead, policy, step, clock, round }: AlertIdentity): string {
  return textDigest(canonicalJson({ lead, policy: named(policy), step, clock: named(clock), round })).slice(0, LENGTH);
}

/** Only what names it: an event would bring all that it says. */
const named = (what: EventName | string): EventName | string => (typeof what === 'string' ? what : { source: what.source, id: what.id });

/** A policy or a clock as one text, for a column: `default` and `lead`, or the canonical JSON of the event's name. */
export const nameText = (what: PolicyName | ClockName): string => (typeof what === 'string' ? what : canonicalJson(named(what)));
