import type { Configuration } from '../configuration/configuration.js';
import { latest, versionsOf } from '../configuration/in-force.js';
import type { AnswerSpan } from './answers.js';
import { answerCredit } from './credit.js';
import { type DisputeStatus, disputeStatus } from './disputes.js';
import { milestonesOf } from './journey.js';
import type { SubjectState } from './lead-state.js';
import { type LeadView, presentJudgement, viewOf } from './lead-view.js';
import { type Oddity, odditiesOf } from './oddities.js';
import { longestWait } from './waiting.js';

/** `waiting` holds until `waitsUntil`: it is for whoever knows the time to compare. */
export type LeadStatus = 'no_arrival' | 'waiting' | 'answered' | 'closed';

/** A lead in one line, as all its events leave it: what lists and the rep's queue need. Instants are epoch milliseconds. */
export interface LeadSummary {
  readonly subject: string;
  readonly events: number;
  readonly arrivedAt: number | null;
  readonly historical: boolean;
  readonly status: LeadStatus;
  readonly owner: string | null;
  readonly ownerSince: number | null;
  readonly team: string | null;
  readonly origin: string | null;
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly segment: string | null;
  readonly product: string | null;
  /** ten-thousandths of the currency's unit */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly contactedAt: number | null;
  /** the way to contact, see journey.ts; null: not come to (yet) */
  readonly receivedAt: number | null;
  readonly assignedAt: number | null;
  readonly assignedByRep: boolean;
  readonly seenAt: number | null;
  readonly claimedAt: number | null;
  readonly attemptedAt: number | null;
  readonly closedAt: number | null;
  readonly closedReason: string | null;
  readonly pausedAt: number | null;
  /** of a lead that waits: its deadline, which may have passed; null while it is paused at it */
  readonly dueAt: number | null;
  /** of a lead that waits: when it no longer does, if nothing happens */
  readonly waitsUntil: number | null;
  /** how the disputes about it stand; null: there were none */
  readonly dispute: DisputeStatus | null;
  /** what its events say that hardly can be so */
  readonly odd: readonly Oddity[];
  readonly touches: number;
  readonly openDeals: number;
  readonly lastAt: number;
  /** every rep that the events name, and every pipeline of its deals: whom a change of the configuration can touch */
  readonly reps: readonly string[];
  readonly pipelines: readonly string[];
}

/** null: the subject is no lead. */
export function summaryOf(
  state: SubjectState,
  configuration: Configuration,
  view: LeadView = viewOf(state, configuration),
): LeadSummary | null {
  if (state.knownAt === null || state.lastAt === null) return null;
  const answer = presentAnswer(view);
  const contact = view.contacts.findLast(({ until }) => until === null) ?? null;
  const closing = view.closings.findLast(({ until }) => until === null) ?? null;
  const owner = state.owners.at(-1) ?? null;
  const status = statusOf(state, answer !== null, closing !== null);
  const waits = status === 'waiting' && state.arrivedAt !== null;
  const way = milestonesOf(state, answer?.answer.at ?? null, contact?.contact.at ?? null);
  return {
    subject: state.subject,
    events: state.events,
    arrivedAt: state.arrivedAt,
    historical: state.historical,
    status,
    owner: owner?.owner ?? null,
    ownerSince: owner === null || owner.owner === null ? null : owner.at,
    team: teamOf(state, configuration, owner?.owner ?? null),
    origin: state.origin?.value ?? null,
    campaign: state.campaign?.value ?? null,
    channel: state.channel?.value ?? null,
    segment: state.segment?.value ?? null,
    product: state.product?.value ?? null,
    amount: state.value?.amount ?? null,
    currency: state.value?.currency ?? null,
    answeredAt: answer?.answer.at ?? null,
    answeredBy: answer === null ? null : answerCredit(state, configuration, answer).rep,
    contactedAt: contact?.contact.at ?? null,
    receivedAt: way.received,
    assignedAt: way.assigned,
    assignedByRep: byRep(state.firstAssignment?.by ?? null),
    seenAt: way.seen,
    claimedAt: way.claimed,
    attemptedAt: way.attempted,
    closedAt: closing?.from ?? null,
    closedReason: closing?.reason ?? null,
    pausedAt: pausedSince(state),
    dueAt: waits ? (presentJudgement(view)?.clock.spans.at(-1)?.due ?? null) : null,
    waitsUntil: waits ? state.arrivedAt + longestWait : null,
    dispute: disputeStatus(state),
    odd: odditiesOf(state, configuration, view),
    touches: state.touches.length,
    openDeals: state.deals.filter((deal) => (deal.outcomes.at(-1)?.outcome ?? 'open') === 'open').length,
    lastAt: state.lastAt,
    reps: repsOf(state),
    pipelines: pipelinesOf(state),
  };
}

/** An assignment names a rep, or `rule:<name>`. */
const byRep = (by: string | null): boolean => by !== null && !by.startsWith('rule:');

/** The first answer under all that is known; null: none. */
export const presentAnswer = (view: LeadView): AnswerSpan | null =>
  presentJudgement(view)?.answers.findLast(({ until }) => until === null) ?? null;

function statusOf(state: SubjectState, answered: boolean, closed: boolean): LeadStatus {
  if (state.arrivedAt === null) return 'no_arrival';
  if (closed) return 'closed';
  return answered ? 'answered' : 'waiting';
}

/** The team named last, else the owner's by the latest that is known of him. */
export function teamOf(state: SubjectState, configuration: Configuration, owner: string | null): string | null {
  const named = state.teams.at(-1)?.team;
  if (named !== undefined) return named;
  return owner === null ? null : (latest(versionsOf(configuration.reps, owner))?.team ?? null);
}

function pausedSince(state: SubjectState): number | null {
  const last = state.pauses.at(-1);
  return last !== undefined && last.until === null ? last.from : null;
}

function repsOf({ owners, touches, deals, qualifications, other }: SubjectState): readonly string[] {
  const reps = new Set<string>();
  for (const { owner } of owners) if (owner !== null) reps.add(owner);
  for (const { rep } of touches) if (rep !== null) reps.add(rep);
  for (const { rep } of qualifications) if (rep !== null) reps.add(rep);
  for (const deal of deals) for (const { value } of deal.reps) reps.add(value);
  // a lead's id may be that of a subscription or a survey too
  for (const { rep } of [...(other?.subscription ?? []), ...(other?.surveys ?? [])]) if (rep !== null) reps.add(rep);
  return reps.size < 2 ? [...reps] : [...reps].sort();
}

function pipelinesOf({ deals }: SubjectState): readonly string[] {
  if (deals.length === 0) return [];
  const pipelines = new Set<string>();
  for (const deal of deals) {
    if ((deal.pipelines[0]?.at ?? Number.POSITIVE_INFINITY) > deal.at) pipelines.add('default');
    for (const { value } of deal.pipelines) pipelines.add(value);
  }
  return [...pipelines].sort();
}
