import type { Configuration } from '../configuration/configuration.js';
import type { EventType } from '../events/catalogue.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import { contentDigest, eventKey } from '../events/identity.js';
import { compareEvents } from '../events/order.js';
import { elapsedAt } from './clocks.js';
import type { Dispute } from './disputes.js';
import { evolve } from './evolve.js';
import { explainChange } from './explain-change.js';
import { explainTouch } from './explain-touch.js';
import { foldSubject } from './fold-subject.js';
import type { SubjectState } from './lead-state.js';
import { type LeadView, presentJudgement, viewOf } from './lead-view.js';
import { newSubject } from './new-subject.js';
import { lastAssignment } from './owners.js';
import { because, notBecause, type Reason } from './reasons.js';
import { retractedKeys } from './retractions.js';
import { covers } from './spans.js';
import { type LeadSummary, presentAnswer, summaryOf } from './summary.js';
import { uniqueEvents } from './unique-events.js';
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
  readonly paused: boolean;
  readonly dueAt: number | null;
  readonly verdict: Verdict['says'] | null;
}

/** The policy that judges the lead and what it says; `id` null: the default, since none matches. */
export interface ExplainedPolicy {
  readonly id: string | null;
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
 * from the events that had happened by then, under every correction known. Throws on a subject without such events.
 */
export function explainLead(events: readonly LeadclockEvent[], configuration: Configuration, asOf: number): ExplainedLead {
  const then = events.filter((event) => effectiveTime(event) <= asOf || corrections.has(event.type));
  const { state } = foldSubject(then);
  const view = viewOf(state, configuration);
  const judgement = presentJudgement(view);
  const timeline = explainAll(then, state, view);
  const policy = judgement?.policy ?? null;
  return {
    summary: summaryOf(state, configuration),
    clocks: clocksAt(state, view, asOf),
    policy:
      policy === null
        ? null
        : {
            id: policy.id,
            answerSeconds: policy.settings.answerSeconds,
            contactSeconds: policy.settings.contactSeconds,
            calendar: policy.calendarId,
            ...policy.settings.counts,
          },
    assignment: lastAssignment(state),
    disputes: state.disputes,
    timeline,
  };
}

function explainAll(events: readonly LeadclockEvent[], final: SubjectState, view: LeadView): readonly ExplainedEvent[] {
  const { sorted } = uniqueEvents(events);
  const never = retractedKeys(sorted);
  const known = new Set(sorted.map(eventKey));
  const judge = { state: final, policy: presentJudgement(view)?.policy ?? null, first: presentAnswer(view)?.answer ?? null };
  const explained: ExplainedEvent[] = [];
  let state = newSubject(final.subject);
  for (const event of sorted) {
    if (never.has(eventKey(event))) {
      explained.push({ event, ...notBecause('taken_back') });
      continue;
    }
    const before = state;
    state = evolve(before, event);
    explained.push({ event, ...reasonOf(event, before, state) });
  }
  return [...explained, ...losers(events, sorted)].toSorted((a, b) => compareEvents(a.event, b.event));

  function reasonOf(event: LeadclockEvent, before: SubjectState, after: SubjectState): Reason {
    if (event.type === 'touchpoint.recorded') return explainTouch(event, before.events, judge);
    if (event.type !== 'event.retracted') return explainChange(event, before, after);
    const { source, id } = event.data;
    return known.has(eventKey({ source, id })) ? because('takes_back', { source, id }) : notBecause('nothing_to_take_back', { source, id });
  }
}

/** Other contents that came under the identity of an event that counts. */
function losers(events: readonly LeadclockEvent[], sorted: readonly LeadclockEvent[]): readonly ExplainedEvent[] {
  if (events.length === sorted.length) return [];
  const counts = new Map(sorted.map((event) => [eventKey(event), event]));
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const kept = counts.get(eventKey(event));
    if (kept === undefined || kept === event) return [];
    const digest = contentDigest(event);
    if (digest === contentDigest(kept) || seen.has(digest)) return [];
    seen.add(digest);
    return [{ event, ...notBecause('conflict') }];
  });
}

function clocksAt(state: SubjectState, view: LeadView, asOf: number): ExplainedClocks {
  const judgement = presentJudgement(view);
  if (judgement === null || state.arrivedAt === null) {
    return { startedAt: null, answeredAt: null, workingMs: 0, wallMs: 0, paused: false, dueAt: null, verdict: null };
  }
  const { clock, policy } = judgement;
  const answer = presentAnswer(view);
  const { worked, waited } = elapsedAt(clock, policy.calendar, answer?.answer.at ?? asOf);
  const span = clock.spans.at(-1);
  const verdict = judgement.verdicts.find((said) => covers(said, asOf));
  return {
    startedAt: state.arrivedAt,
    answeredAt: answer?.answer.at ?? null,
    workingMs: worked,
    wallMs: waited,
    paused: span?.paused ?? false,
    dueAt: span?.due ?? null,
    verdict: verdict?.says ?? null,
  };
}
