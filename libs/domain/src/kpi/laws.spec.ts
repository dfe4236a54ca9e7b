import fc from 'fast-check';
import { type EventType, leadSubjectTypes } from '../events/catalogue.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { compareEvents } from '../events/order.js';
import { anyConfigurationEvents, anyEvent } from '../events/testing/any-event.js';
import type { Fact } from '../facts/fact.js';
import { foldSubject } from '../lead/fold-subject.js';
import { ratesAt } from '../money/rates.js';
import { type Known, knownFrom } from '../testing/known-facts.js';
import { answerKpi, rowsBehind } from './answer.js';
import { type Asking, parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { firstStarts } from './first-start.measure.js';
import { isFormula, type Kpi, type KpiContext, type Part } from './kpi.js';
import { leftOut } from './left-out.js';
import { mergeExcluded } from './merge-excluded.js';
import { openAnswer, partsOf } from './parts.js';
import { type GroupAnswer, startAnswer } from './running-answer.js';
import type { Excluded, FactView } from './tally.js';
import { windowNames } from './window.js';

const begin = Date.UTC(2026, 9, 20, 8);
const day = 86_400_000;
const leadTypes = [...leadSubjectTypes];

/** Corrections hold for all instants, whenever they came; everything else is true from its own time. */
const corrections: ReadonlySet<EventType> = new Set([
  'touchpoint.corrected',
  'touchpoint.retracted',
  'lead.merged',
  'lead.erased',
  'event.retracted',
]);

const often: readonly EventType[] = [
  'lead.created',
  'lead.assigned',
  'deal.opened',
  'deal.won',
  'touchpoint.corrected',
  'alert.raised',
  'alert.shown',
];
const mostly: readonly EventType[] = Array.from({ length: 10 }, () => 'touchpoint.recorded');

const otherTypes: readonly EventType[] = [
  'spend.recorded',
  'subscription.started',
  'subscription.started',
  'subscription.changed',
  'subscription.cancelled',
  'survey.answered',
  'target.set',
  'forecast.submitted',
  'event.retracted',
];

/** Events of two leads, of exchange rates and of what is no lead, each of its own identity, retractions of each other among them. */
const anyLeadEvents: fc.Arbitrary<LeadclockEvent[]> = fc
  .array(
    fc.record({
      event: fc.oneof(
        {
          weight: 3,
          arbitrary: anyEvent({
            types: [...leadTypes, ...often, ...mostly, 'rate.set', 'event.retracted'],
            subjects: ['lead-1', 'lead-2'],
          }),
        },
        { weight: 1, arbitrary: anyEvent({ types: otherTypes, subjects: ['other-1', 'other-2', 'other-3'] }) },
      ),
      target: fc.nat({ max: 40 }),
    }),
    { minLength: 10, maxLength: 40, size: 'max' },
  )
  .map((told) =>
    told.map(({ event, target }, index): LeadclockEvent => {
      const own = { ...event, source: '/law', id: String(index) };
      return own.type === 'event.retracted' ? { ...own, data: { source: '/law', id: String(target) } } : own;
    }),
  );

const anyInstant = fc.integer({ min: begin - day, max: begin + 75 * day });

type Params = Readonly<Record<string, string | undefined>>;

/** A question to a KPI, with any of its parameters, slices and windows. */
const anyParams = (kpi: Kpi): fc.Arbitrary<Params> => {
  const slices = kpi.dimensions.filter((dimension) => !kpi.series.includes(dimension));
  const optional: Record<string, fc.Arbitrary<string>> = {
    window: fc.constantFrom(...windowNames),
    ...(kpi.dimensions.includes('origin') && { origin: fc.constantFrom('null', 'referral') }),
    by: fc.subarray([...slices], { minLength: 1, maxLength: Math.min(kpi.maxBy, slices.length) }).map((names) => names.join(',')),
    ...Object.fromEntries(Object.entries(kpi.parameters).map(([name, { values }]) => [name, fc.constantFrom(...values)] as const)),
  };
  return fc.record(optional, { requiredKeys: [] });
};

function asked(kpi: Kpi, params: Params, asOf: number, known: Known): { asking: Asking; context: KpiContext } {
  const parsed = parseAsking(kpi, params, { configuration: known.configuration, now: asOf });
  if (!parsed.ok) throw new Error(`${parsed.parameter}: ${parsed.problem}`);
  const rates = ratesAt(known.facts, parsed.asking.asOf);
  return { asking: parsed.asking, context: { configuration: known.configuration, rates } };
}

const answer = (kpi: Kpi, params: Params, asOf: number, known: Known) => {
  const { asking, context } = asked(kpi, params, asOf, known);
  return answerKpi(kpi, asking, known.facts, context);
};

const trueAt = (facts: readonly Fact[], instant: number): readonly Fact[] =>
  facts.filter(({ from, until }) => from <= instant && (until === null || instant < until));

/** For each KPI a question. */
const anyQuestions = fc.tuple(...kpis.map((kpi) => anyParams(kpi).map((params) => ({ kpi, params }))));

describe('every KPI', () => {
  it('answers the same whatever the order and the repeats of events, configuration among them', () => {
    const events = fc.tuple(anyLeadEvents, anyConfigurationEvents()).map(([leads, configuration]) => [...leads, ...configuration]);
    fc.assert(
      fc.property(
        events.chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }))),
        anyQuestions,
        anyInstant,
        ([told, heard], questions, asOf) => {
          const [one, other] = [knownFrom(told), knownFrom(heard)];
          for (const { kpi, params } of questions) expect(answer(kpi, params, asOf, other)).toEqual(answer(kpi, params, asOf, one));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is made of its rows: they give the same answer, there are as many as it counts, and as many left out for each reason', () => {
    fc.assert(
      fc.property(anyLeadEvents, anyConfigurationEvents(), anyQuestions, anyInstant, (leads, configuration, questions, asOf) => {
        const known = knownFrom([...leads, ...configuration]);
        for (const { kpi, params } of questions) {
          const { asking, context } = asked(kpi, params, asOf, known);
          const whole = answerKpi(kpi, asking, known.facts, context);
          const parts = partsOf(kpi, asking, context);
          expect(
            answerKpi(kpi, asking, [...new Set(parts.flatMap((part) => rowsBehind(part.of, part.asking, known.facts)))], context),
          ).toEqual(whole);
          const listed = rowsListed(kpi, asking, context, known);
          // which start of a customer was the first, and whether there is any, only all of them tell
          if (parts.every(({ of }) => of !== firstStarts))
            expect(answerKpi(kpi, asking, [...new Set(listed.flatMap(({ rows }) => rows))], context)).toEqual(whole);
          const reasons = listed.flatMap(({ part, rows }) => rows.map(leftOut(part.of, part.asking, context)));
          const left = leftOnce(kpi, asking, whole.groups, context);
          if (isFormula(kpi)) {
            // a part may leave out more than its formula needs
            const rows = countsOf(reasons);
            const unseen = Object.keys(left).filter((reason) => (rows[reason] ?? 0) < (left[reason] ?? 0));
            expect({ kpi: kpi.name, unseen, left, rows }).toEqual({ kpi: kpi.name, unseen: [], left, rows });
            continue;
          }
          expect({ kpi: kpi.name, left: countsOf(reasons) }).toEqual({ kpi: kpi.name, left });
          // an amount without a rate is left out of the sum, and counts in a group of its own
          const counted = whole.groups.reduce((total, { n, value, share }) => total + (share === undefined ? n : (value ?? 0)), 0);
          const rows = reasons.filter((reason) => reason === null || reason === 'no_rate').length;
          expect({ kpi: kpi.name, counted }).toEqual({ kpi: kpi.name, counted: rows });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says after adding and taking away what it says from scratch, and keeps no fact', () => {
    fc.assert(
      fc.property(
        anyLeadEvents,
        anyConfigurationEvents(),
        anyQuestions,
        fc.array(anyInstant, { minLength: 1, maxLength: 5 }),
        (leads, configuration, questions, instants) => {
          const known = knownFrom([...leads, ...configuration]);
          for (const { kpi, params } of questions) {
            const { asking, context } = asked(kpi, { ...params, window: undefined }, begin, known);
            for (const part of partsOf(kpi, asking, context)) movesThrough(part, context, instants, known);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** The rows behind a number, part by part: those that only the answer tells apart are asked of it. */
function rowsListed(
  kpi: Kpi,
  asking: Asking,
  context: KpiContext,
  known: Known,
): readonly { readonly part: Part; readonly rows: readonly Fact[] }[] {
  const opened = openAnswer(kpi, asking, context);
  const counted = opened.parts.map((part) => ({ part, rows: rowsBehind(part.of, part.asking, known.facts) }));
  for (const { part, rows } of counted) for (const row of rows) part.running.add(row);
  const behind = opened.behind();
  return counted.map(({ part, rows }, index) => ({ part, rows: rows.filter((row) => behind[index]?.(row) !== false) }));
}

/** What groups leave out, each fact once: where a KPI gives several groups for a slice (bands) each may say it of all. */
function leftOnce(kpi: Kpi, asking: Asking, groups: readonly GroupAnswer[], context: KpiContext): Excluded {
  if (isFormula(kpi) || kpi.tallies(asking, context)().leave !== undefined) return mergeExcluded(...groups);
  const said = new Map<string, GroupAnswer>();
  for (const group of groups) {
    const slice = JSON.stringify(asking.by.map((dimension) => group.key[dimension]));
    if (Object.keys(said.get(slice)?.excluded ?? {}).length === 0) said.set(slice, group);
  }
  return mergeExcluded(...said.values());
}

function countsOf(reasons: readonly (string | null)[]): Excluded {
  const counted: Record<string, number> = {};
  for (const reason of reasons.filter((said) => said !== null).toSorted()) counted[reason] = (counted[reason] ?? 0) + 1;
  return counted;
}

/** A running answer that goes from instant to instant says at each what a new one would. */
function movesThrough({ of: kpi, asking }: Part, context: KpiContext, instants: readonly number[], known: Known): void {
  const running = startAnswer(kpi, asking, context);
  let inside: readonly Fact[] = [];
  for (const asOf of instants) {
    const next = rowsBehind(kpi, { ...asking, asOf }, known.facts);
    for (const fact of next) if (!inside.includes(fact)) passing(fact, (view) => running.add(view));
    for (const fact of inside) if (!next.includes(fact)) passing(fact, (view) => running.remove(view));
    inside = next;
    expect(running.groups(asOf)).toEqual(answerKpi(kpi, { ...asking, asOf }, known.facts, context).groups);
  }
}

/** Hands a fact over as a cursor would: afterwards its fields are others'. */
function passing(fact: Fact, to: (view: FactView) => void): void {
  const view = { ...fact };
  to(view);
  Object.assign(view, {
    subject: 'gone',
    part: 'gone',
    value: -1,
    rep: 'gone',
    team: 'gone',
    stage: 'gone',
    pipeline: 'gone',
    currency: 'NIL',
  });
}

describe('the law of as_of', () => {
  it('gives at every instant the facts of the events up to it, under every correction known today', () => {
    fc.assert(
      fc.property(anyLeadEvents, anyConfigurationEvents(), anyInstant, (leads, configuration, instant) => {
        const all = knownFrom([...leads, ...configuration]);
        const byThen = knownFrom([...upTo(leads, instant), ...configuration]);
        expect(told(trueAt(all.facts, instant))).toEqual(told(trueAt(byThen.facts, instant)));
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * The events up to an instant, and the corrections of later. A later correction of an outcome that the touchpoint got after
 * the instant corrects that one: it says nothing of the outcome before.
 */
function upTo(events: readonly LeadclockEvent[], instant: number): readonly LeadclockEvent[] {
  const neverSent = (event: LeadclockEvent): boolean =>
    foldSubject(events.filter(({ subject }) => subject === event.subject)).retracted.includes(eventKey(event));
  return events.flatMap((event) => {
    if (effectiveTime(event) <= instant) return [event];
    if (!corrections.has(event.type)) return [];
    if (event.type !== 'touchpoint.corrected' || event.data.outcome === undefined) return [event];
    const { subject, data } = event;
    const isLaterOutcome = events.some(
      (other) =>
        other.type === 'touchpoint.recorded' &&
        other.subject === subject &&
        other.data.touchpoint === data.touchpoint &&
        other.data.outcome !== undefined &&
        effectiveTime(other) > instant &&
        compareEvents(other, event) < 0 &&
        !neverSent(other),
    );
    const { outcome: _of, ...rest } = data;
    return [isLaterOutcome ? { ...event, data: rest } : event];
  });
}

/** What facts say at an instant: not how long they go on saying it. */
const told = (facts: readonly Fact[]): readonly string[] =>
  facts.map(({ n: _n, from: _from, until: _until, ...says }) => JSON.stringify(says)).toSorted();
