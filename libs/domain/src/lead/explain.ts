import type { Configuration } from '../configuration/configuration.js';
import { versionsOf } from '../configuration/in-force.js';
import type { EventType } from '../events/catalogue.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import { contentDigest, type EventName, eventKey } from '../events/identity.js';
import { compareEvents, compareUtf8 } from '../events/order.js';
import { explainMerge } from '../merges/explain-merge.js';
import { foldLead } from '../merges/fold-lead.js';
import { type MergedEvent, mergedEvents } from '../merges/merged-events.js';
import { type Merges, noMerges } from '../merges/resolve-merges.js';
import { callBackDeadline } from './call-back.js';
import { elapsedAt } from './clocks.js';
import type { Dispute } from './disputes.js';
import { evolve } from './evolve.js';
import { explainChange } from './explain-change.js';
import { type ExplainedPause, explainPauses } from './explain-pauses.js';
import { explainTouch } from './explain-touch.js';
import { type Handover, openHandover } from './handover.js';
import type { SubjectState } from './lead-state.js';
import { type LeadView, presentJudgement, viewOf } from './lead-view.js';
import { newSubject } from './new-subject.js';
import { lastAssignment } from './owners.js';
import type { ChosenPolicy } from './policy.js';
import { because, notBecause, type Reason } from './reasons.js';
import { covers } from './spans.js';
import { type LeadSummary, presentAnswer, summaryOf } from './summary.js';
import type { Verdict } from './verdicts.js';

export interface ExplainedEvent extends Reason {
  readonly event: LeadclockEvent;
}

/** The clocks of a lead at the instant asked about; milliseconds, instants in epoch milliseconds. */
export interface ExplainedClocks {
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  /** until the answer, else until the instant asked about */
  readonly workingMs: number;
  readonly wallMs: number;
  /** all pauses together, until the same instant; neither clock counts them */
  readonly pausedMs: number;
  /** as much of that as is working time */
  readonly pausedWorkingMs: number;
  /** each of them */
  readonly pauses: readonly ExplainedPause[];
  readonly paused: boolean;
  readonly dueAt: number | null;
  readonly verdict: Verdict['says'] | null;
}

/** The policy that judges the lead and what it says; `id` null: the default, since none matches. */
export interface ExplainedPolicy {
  readonly id: string | null;
  /** the policy.set that it stands as, and which of its versions that is, counted from 1 as they take effect; null: the default */
  readonly event: EventName | null;
  readonly version: number | null;
  readonly answerSeconds: number;
  readonly contactSeconds: number | null;
  /** null: always open */
  readonly calendar: string | null;
  readonly outbound: readonly string[];
  readonly inbound: readonly string[];
  readonly actors: readonly string[];
  readonly unless: readonly string[];
}

export interface ExplainedLead {
  /** null: the subject is no lead */
  readonly summary: LeadSummary | null;
  readonly clocks: ExplainedClocks;
  /** null: the lead has not arrived */
  readonly policy: ExplainedPolicy | null;
  /** the event that assigned it last, which a claim names; null: none */
  readonly assignment: { readonly source: string; readonly id: string } | null;
  /** the offer to hand it over that can be accepted; null: there is none */
  readonly handover: Handover | null;
  /** when it is to be called back, as was promised last; null: that was kept, or nothing was promised */
  readonly followUp: SubjectState['followUp'];
  readonly disputes: readonly Dispute[];
  readonly timeline: readonly ExplainedEvent[];
}

/** They rewrite the past, whenever they come. */
const corrections: ReadonlySet<EventType> = new Set([
  'touchpoint.corrected',
  'touchpoint.retracted',
  'lead.merged',
  'lead.erased',
  'event.retracted',
]);

/**
 * What was true of a lead at an instant, and why each event (all versions of it, in the order of the fold) counted or not:
 * from the events of all leads that belong to it, as far as they had happened by then, under every correction known. `merges`: who belongs
 * to whom by all that is known.
 */
export function explainLead(
  root: string,
  events: readonly LeadclockEvent[],
  configuration: Configuration,
  asOf: number,
  merges: Merges = noMerges,
): ExplainedLead {
  const then = events.filter((event) => effectiveTime(event) <= asOf || corrections.has(event.type));
  const state = foldLead(root, then);
  const view = viewOf(state, configuration);
  const judgement = presentJudgement(view);
  const timeline = explainAll(then, state, view, merges);
  const policy = judgement?.policy ?? null;
  return {
    summary: summaryOf(state, configuration),
    clocks: clocksAt(state, view, timeline, asOf),
    policy:
      policy === null
        ? null
        : {
            id: policy.id,
            event: policy.event,
            version: versionOf(policy, configuration),
            answerSeconds: policy.settings.answerSeconds,
            contactSeconds: policy.settings.contactSeconds,
            calendar: policy.calendarId,
            ...policy.settings.counts,
          },
    assignment: lastAssignment(state),
    handover: openHandover(state),
    followUp: callBackDeadline(state) === null ? null : state.followUp,
    disputes: state.disputes,
    timeline,
  };
}

function versionOf({ id, event }: ChosenPolicy, { policies }: Configuration): number | null {
  const versions = id === null ? undefined : versionsOf(policies, id);
  const index = versions?.findIndex((version) => version.source === event?.source && version.id === event.id) ?? -1;
  return index < 0 ? null : index + 1;
}

function explainAll(events: readonly LeadclockEvent[], final: SubjectState, view: LeadView, merges: Merges): readonly ExplainedEvent[] {
  const { sorted } = mergedEvents(final.subject, events);
  const known = new Set(sorted.map(({ event }) => nameOf(event.subject, event)));
  const judge = { state: final, policy: presentJudgement(view)?.policy ?? null, first: presentAnswer(view)?.answer ?? null };
  const explained: ExplainedEvent[] = [];
  let state = newSubject(final.subject);
  for (const { event, told, isTakenBack } of sorted) {
    if (isTakenBack) {
      explained.push({ event, ...notBecause('taken_back') });
      continue;
    }
    const before = state;
    state = evolve(before, told);
    explained.push({ event, ...reasonOf(event, told, before, state) });
  }
  const all = [...explained, ...losers(events, sorted)];
  return all.toSorted((a, b) => compareEvents(a.event, b.event) || compareUtf8(a.event.subject, b.event.subject));

  function reasonOf(event: LeadclockEvent, told: LeadclockEvent, before: SubjectState, after: SubjectState): Reason {
    if (event.type === 'lead.merged') return explainMerge(event, merges);
    if (told.type === 'touchpoint.recorded') return explainTouch(told, before.events, judge);
    if (event.type !== 'event.retracted') return explainChange(told, before, after);
    const { source, id } = event.data;
    const isThere = known.has(nameOf(event.subject, { source, id }));
    return isThere ? because('takes_back', { source, id }) : notBecause('nothing_to_take_back', { source, id });
  }
}

/** What names an event among those of several leads. */
const nameOf = (subject: string, name: EventName): string => `${subject}\u0000${eventKey(name)}`;

/** Other contents that came under the identity of an event that counts. */
function losers(events: readonly LeadclockEvent[], sorted: readonly MergedEvent[]): readonly ExplainedEvent[] {
  if (events.length === sorted.length) return [];
  const counts = new Map(sorted.map(({ event }) => [nameOf(event.subject, event), event]));
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const kept = counts.get(nameOf(event.subject, event));
    if (kept === undefined || kept === event) return [];
    const digest = contentDigest(event);
    if (digest === contentDigest(kept) || seen.has(digest)) return [];
    seen.add(digest);
    return [{ event, ...notBecause('conflict') }];
  });
}

function clocksAt(state: SubjectState, view: LeadView, timeline: readonly ExplainedEvent[], asOf: number): ExplainedClocks {
  const judgement = presentJudgement(view);
  if (judgement === null || state.arrivedAt === null) {
    return {
      startedAt: null,
      answeredAt: null,
      workingMs: 0,
      wallMs: 0,
      pausedMs: 0,
      pausedWorkingMs: 0,
      pauses: [],
      paused: false,
      dueAt: null,
      verdict: null,
    };
  }
  const { clock, policy } = judgement;
  const answer = presentAnswer(view);
  const until = answer?.answer.at ?? asOf;
  const { worked, waited } = elapsedAt(clock, policy.calendar, until);
  const span = clock.spans.at(-1);
  const verdict = judgement.verdicts.find((said) => covers(said, asOf));
  const counted = timeline.flatMap(({ event, counts }) => (counts ? [event] : []));
  const pauses = explainPauses(state.pauses, counted, state.arrivedAt, until, policy.calendar);
  return {
    startedAt: state.arrivedAt,
    answeredAt: answer?.answer.at ?? null,
    workingMs: worked,
    wallMs: waited,
    pausedMs: until - state.arrivedAt - waited,
    pausedWorkingMs: pauses.reduce((sum, { workingMilliseconds }) => sum + workingMilliseconds, 0),
    pauses,
    paused: span?.paused ?? false,
    dueAt: span?.due ?? null,
    verdict: verdict?.says ?? null,
  };
}
