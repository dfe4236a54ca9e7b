import type { EventName } from '../events/identity.js';
import type { Direction, Outcome, TouchActor, TouchChannel } from '../events/touchpoint-events.js';
import type { Dispute } from './disputes.js';
import type { Handover } from './handover.js';
import type { OtherState } from './other-state.js';

/**
 * What the events of one subject come to: plain JSON, a pure function of the set of its events.
 * Instants are epoch milliseconds of the events' effective time. `order` is the place of an event among the folded events
 * of the subject (0, 1, 2 …): it breaks ties between things of one instant, as EVENTS.md's order does.
 * Every history is sorted by (at, order). Corrections have been worked in; all else stands from its own instant,
 * so that what was true at an instant T is what the entries with `at <= T` say.
 */
export interface SubjectState {
  readonly subject: string;
  /** how many events were folded */
  readonly events: number;
  /** the last event that was folded; null: none */
  readonly lastAt: number | null;
  /** the first lead, touchpoint or deal event; null: the subject is no lead */
  readonly knownAt: number | null;
  /** the earliest lead.created; null: no arrival */
  readonly arrivedAt: number | null;
  /** the earliest lead.created was a backfill */
  readonly historical: boolean;
  /** when we heard of the earliest lead.created; null: no arrival */
  readonly receivedAt: number | null;
  /** the first event, lead.created among them, that gave it an owner who had not claimed it; `by` a rep, a rule, or nobody named */
  readonly firstAssignment: { readonly at: number; readonly by: string | null } | null;
  /** the first lead.viewed: it was on a rep's visible screen */
  readonly viewedAt: number | null;
  /** the first claim that held */
  readonly claimedAt: number | null;
  /** first values, each from when it was named */
  readonly origin: Named | null;
  readonly campaign: Named | null;
  readonly channel: Named | null;
  readonly segment: Named | null;
  readonly product: Named | null;
  readonly value: NamedAmount | null;
  /** changes of owner only: naming the present owner again adds nothing; owner null: back to the pool */
  readonly owners: readonly OwnerChange[];
  /** changes of the team that the events name */
  readonly teams: readonly NamedTeam[];
  /** the event that made the last change of owner; null: there was none */
  readonly ownerEvent: EventName | null;
  readonly claim: ClaimState | null;
  /** the latest lead.handover_offered; null: there was none */
  readonly handover: Handover | null;
  readonly qualifications: readonly Qualification[];
  /** changes between disqualified (closed true) and not */
  readonly verdicts: readonly Verdict[];
  readonly pauses: readonly Pause[];
  readonly touches: readonly Touch[];
  readonly deals: readonly Deal[];
  /** what people were told, in the order of the alerts' first events */
  readonly alerts: readonly AlertState[];
  /** rate.set of a subject that is a currency */
  readonly rates: readonly Rate[];
  /** what a subject that is no lead says besides; null: nothing, as of every lead */
  readonly other: OtherState | null;
  /** the latest lead.follow_up_set */
  readonly followUp: FollowUp | null;
  /** what is said to be wrong about it; changes no number */
  readonly disputes: readonly Dispute[];
  readonly erasedAt: number | null;
  /** keys (source, NUL, id) named by retractions that count: such an event may still come */
  readonly retracted: readonly string[];
}

/** A call that somebody has promised: `due` is when; `event` promised it. */
export interface FollowUp {
  readonly at: number;
  readonly order: number;
  readonly event: EventName;
  readonly rep: string;
  readonly due: number;
}

export interface Named {
  readonly at: number;
  readonly value: string;
}

/** `amount` in ten-thousandths of the currency's unit */
export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

export interface NamedAmount extends Amount {
  readonly at: number;
}

export interface OwnerChange {
  readonly at: number;
  readonly order: number;
  readonly owner: string | null;
}

export interface NamedTeam {
  readonly at: number;
  readonly team: string;
}

/** Who holds the present assignment. `assignments` are the keys of the assignment events so far, the last one last. */
export interface ClaimState {
  readonly assignments: readonly string[];
  /** the claim that holds for the last assignment */
  readonly by: string | null;
  /** it named its assignment, so it holds against any other */
  readonly named: boolean;
  /** claims of assignments that have not come yet (a clock behind ours) */
  readonly ahead: readonly { readonly assignment: string; readonly rep: string }[];
}

export interface Qualification {
  readonly at: number;
  readonly order: number;
  readonly rep: string | null;
}

export interface Verdict {
  readonly at: number;
  readonly disqualified: boolean;
  readonly reason: string | null;
}

export interface Pause {
  readonly from: number;
  /** null: still paused */
  readonly until: number | null;
}

/** One touchpoint; retracted ones are not here. Start, channel, direction, actor and rep are the first record's, as corrected. */
export interface Touch {
  readonly id: string;
  readonly at: number;
  readonly order: number;
  readonly channel: TouchChannel;
  readonly direction: Direction;
  readonly actor: TouchActor;
  readonly rep: string | null;
  readonly outcomes: readonly OutcomeChange[];
  /** seconds; each holds from its instant to the next one's */
  readonly durations: readonly { readonly at: number; readonly seconds: number }[];
  readonly selfBooked: readonly { readonly at: number; readonly selfBooked: boolean }[];
}

export interface OutcomeChange {
  readonly at: number;
  readonly order: number;
  readonly outcome: Outcome;
}

/** One deal. Everything in it stands from its own instant; `known` is when any event named the deal first. */
export interface Deal {
  readonly id: string;
  readonly at: number;
  readonly order: number;
  /** the first deal.opened, or stage_changed or reopened that counted; null: known by won, lost or revised alone */
  readonly openedAt: number | null;
  /** the pipelines named: changes only; before the first entry, or without one, 'default' */
  readonly pipelines: readonly Named[];
  /** entries of a stage (stage or pipeline changed, or the deal reopened); none while the deal is closed */
  readonly stages: readonly StageEntry[];
  readonly amounts: readonly NamedAmount[];
  readonly reps: readonly Named[];
  readonly products: readonly Named[];
  /** changes of outcome: won, lost, open again. The same outcome again adds nothing (its amount is in `amounts`) */
  readonly outcomes: readonly DealOutcome[];
  /** the outcome that came again last while the deal stood in it; null: none did */
  readonly endedAgain: 'won' | 'lost' | null;
  /** the latest date given, yyyy-mm-dd */
  readonly expectedClose: string | null;
}

export interface StageEntry {
  readonly at: number;
  readonly order: number;
  readonly pipeline: string;
  readonly stage: string;
}

export interface DealOutcome {
  readonly at: number;
  readonly order: number;
  readonly outcome: 'won' | 'lost' | 'open';
  readonly reason: string | null;
}

/**
 * One alert, by its identity. Of events of one type the first counts, so that what stood at an instant stays; `due` and `step` are those of
 * the first event of any type. The instants are those of the events, but for the two that name what they tell of.
 */
export interface AlertState {
  readonly alert: string;
  readonly step: string;
  readonly due: number;
  /** null: its alert.raised has not come (yet) */
  readonly raised: { readonly at: number; readonly due: number; readonly raisedAt: number; readonly to: string } | null;
  readonly shown: { readonly at: number; readonly shownAt: number; readonly to: string } | null;
  readonly acknowledged: AlertMoment | null;
  /** the latest: an alert is snoozed again and again */
  readonly snoozed: (AlertMoment & { readonly until: number; readonly reason: string | null }) | null;
  readonly resolved: AlertMoment | null;
  readonly retracted: AlertMoment | null;
}

export interface AlertMoment {
  readonly at: number;
  readonly to: string;
}

/** One unit of the subject (a currency) is `rate` units of `to`, from `date` (yyyy-mm-dd) on; heard at `at`. */
export interface Rate {
  readonly at: number;
  readonly order: number;
  readonly date: string;
  readonly to: string;
  readonly rate: number;
}

/** Every history that nothing has been added to: one list for all of them, since a lead has a dozen and most are cached. */
export const nothing: readonly never[] = [];
