import { answerKpi } from '@leadclock/domain/kpi/answer.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { windowNames } from '@leadclock/domain/kpi/window.js';
import { ratesAt } from '@leadclock/domain/money/rates.js';
import { busyWeeks, busyWeeksAnywhere } from '@leadclock/domain/testing/busy-weeks.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { knownFrom } from '@leadclock/domain/testing/known-facts.js';
import type { Story } from '@leadclock/domain/testing/story.js';
import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { canBeLive } from './live-question.js';
import { RunningWindows } from './running-windows.js';

type Params = Readonly<Record<string, string>>;

interface Question {
  readonly name: string;
  readonly kpi: Kpi;
  readonly params: Params;
}

/** Every KPI in every window, with each value of each of its parameters, whole and by its first dimension. */
const questions: readonly Question[] = kpis.flatMap((kpi) => {
  const { dimensions, series, parameters, shape } = kpi;
  const usual = Object.fromEntries(Object.entries(parameters).map(([name, { default: value }]) => [name, value]));
  const chosen: readonly Params[] = [
    {},
    ...Object.entries(parameters).flatMap(([name, { values }]) => values.map((value): Params => ({ [name]: value }))),
  ];
  const slices: readonly Params[] = [
    {},
    ...dimensions
      .filter((name) => !series.includes(name))
      .slice(0, 1)
      .map((by): Params => ({ by })),
  ];
  const windows: readonly Params[] = [{}, ...(shape(usual) === 'stock' ? [] : windowNames.map((window): Params => ({ window })))];
  return windows.flatMap((window) =>
    slices.flatMap((by) =>
      chosen
        .map((params) => ({ ...window, ...by, ...params }))
        .map((params) => ({ name: JSON.stringify([kpi.name, params]), kpi, params })),
    ),
  );
});

/** The names of two of each KPI. */
const anyTwoOfEach = tuple(
  ...kpis.map((kpi) => {
    const names = questions.filter((question) => question.kpi === kpi).map(({ name }) => name);
    return tuple(constantFrom(...names), constantFrom(...names));
  }),
).map((chosen) => new Set(chosen.flat()));

const hour = 3_600_000;
const day = 24 * hour;
/** How long after something happened a window of some KPI leaves it behind. */
const lengths = [0, hour, day, 7 * day, 28 * day, 30 * day, 90 * day];
const midnights = ['tue 00:00', 'mon+1 00:00', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'].flatMap((time) => [
  at(time),
  at(time) - hour,
]);

/** What happens in two weeks, and every instant about which a figure may move for it: a millisecond before, at it, and one after. */
function world(stories: readonly Story[]) {
  const { configuration, facts } = knownFrom(stories.flatMap(({ events }) => events));
  const happened = facts.flatMap(({ from, until, at: placed, due }) => [from, until ?? from, placed ?? from, due ?? from]);
  const contextAt = (now: number) => ({ configuration, rates: ratesAt(facts, now) });
  const askingAt = ({ kpi, params }: Question, now: number) => {
    const parsed = parseAsking(kpi, params, { configuration, now });
    if (!parsed.ok) throw new Error(`${kpi.name}: ${parsed.problem}`);
    return parsed.asking;
  };
  const liveAt = (now: number, asking: readonly Question[]): RunningWindows => {
    const asked = asking.map((question) => ({ ...question, asking: askingAt(question, now) }));
    const windows = new RunningWindows(asked, contextAt(now), now);
    for (const subject of new Set(facts.map((fact) => fact.subject)))
      windows.replace(
        subject,
        facts.filter((fact) => fact.subject === subject && fact.kind !== 'rate'),
      );
    return windows;
  };
  const exactAt = (question: Question, now: number) => answerKpi(question.kpi, askingAt(question, now), facts, contextAt(now)).groups;
  return { happened, contextAt, askingAt, liveAt, exactAt };
}

/** Customers are counted by their first won deals there. */
const withoutSubscriptions = busyWeeks.filter(({ events }) => events.every(({ type }) => !type.startsWith('subscription.')));

describe.each([
  ['a floor with a site', world(busyWeeks)],
  ['a floor without', world(busyWeeksAnywhere)],
  ['a floor without subscriptions', world(withoutSubscriptions)],
] as const)('every KPI of %s', (_name, { happened, contextAt, askingAt, liveAt, exactAt }) => {
  const edges = [...new Set([...happened, ...midnights])];
  const instant = tuple(constantFrom(...edges), constantFrom(...lengths), constantFrom(-1, 0, 1)).map(
    ([edge, after, by]) => edge + after + by,
  );

  it('can be live in every window', () => {
    const now = at('wed 12:00');
    const never = questions.filter((question) => !canBeLive(question.kpi, askingAt(question, now), contextAt(now)));
    expect(never.map(({ name }) => name)).toEqual([]);
  });

  it('says while it is kept what a single pass over the facts says, whenever it was taken up and however the clock goes on', () => {
    assert(
      property(array(instant, { minLength: 2, maxLength: 6, size: 'max' }), anyTwoOfEach, (instants, names) => {
        const asking = questions.filter(({ name }) => names.has(name));
        const [first = 0, ...later] = instants.toSorted((a, b) => a - b);
        const windows = liveAt(first, asking);
        for (const now of [first, ...later]) {
          windows.advance(now);
          windows.exchange(contextAt(now).rates);
          for (const question of asking)
            expect([question.name, now, windows.groups(question.name)]).toEqual([question.name, now, exactAt(question, now)]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
