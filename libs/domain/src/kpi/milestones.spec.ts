import { at } from '../testing/clock-time.js';
import { kpiNamed } from './catalogue.js';
import { countedTowards, type DayValue, milestonesOf } from './milestones.js';

const site = { zone: 'UTC' };
const day = 86_400_000;
const start = at('2026-11-01T00:00:00Z');
/** the start of a day of November */
const nov = (date: number): number => start + (date - 1) * day;
const november = { from: start, to: nov(31) };
const on = (date: number, value: number): DayValue => ({ from: nov(date), to: nov(date + 1), value });

const told = (days: readonly DayValue[], target: number | null, asOf: number) =>
  milestonesOf(days, target, { period: november, asOf, site })?.map(({ reached, state }) => [
    reached === null ? null : (reached.from - start) / day + 1,
    state,
  ]) ?? null;

describe('the milestones of a target', () => {
  it('are quarters of it, due where an even pace over the whole period comes to them', () => {
    const all = milestonesOf([], 3_000, { period: november, asOf: start, site });
    expect(all?.map(({ share, amount, due }) => [share, amount, due])).toEqual([
      [0.25, 750, at('2026-11-08T12:00:00Z')],
      [0.5, 1_500, nov(16)],
      [0.75, 2_250, at('2026-11-23T12:00:00Z')],
      [1, 3_000, nov(31)],
    ]);
  });

  it('are reached on the first day whose end has that much, two of them on one day if need be', () => {
    expect(told([on(3, 700), on(4, 900), on(20, 700)], 3_000, nov(21))).toEqual([
      [4, 'ahead'],
      [4, 'ahead'],
      [20, 'ahead'],
      [null, 'open'],
    ]);
  });

  it('are reached at exactly the amount, and not a ten-thousandth below', () => {
    // 0.1 + 0.7 is a little less than 0.8 in floating point
    expect(told([on(1, 0.1), on(2, 0.7)], 3.2, nov(3))?.[0]).toEqual([2, 'ahead']);
    expect(told([on(1, 0.1), on(2, 0.6999)], 3.2, nov(3))?.[0]).toEqual([null, 'open']);
    expect(told([on(1, 0.0001)], 0.0003, nov(2))).toEqual([
      [1, 'ahead'],
      [null, 'open'],
      [null, 'open'],
      [null, 'open'],
    ]);
  });

  it('count the first time, whatever is taken back later', () => {
    expect(told([on(2, 800), on(3, -400), on(18, 400)], 3_000, nov(19))?.slice(0, 2)).toEqual([
      [2, 'ahead'],
      [null, 'behind'],
    ]);
    // the day counts as a whole: what came and went within it was never there
    expect(told([on(2, -800), on(3, 800)], 3_000, nov(4))?.[0]).toEqual([null, 'open']);
  });

  it('are ahead on the day that is due, and behind from the next day on', () => {
    expect([8, 9].map((date) => told([on(date, 750)], 3_000, nov(10))?.[0])).toEqual([
      [8, 'ahead'],
      [9, 'behind'],
    ]);
    expect([at('2026-11-08T12:00:00Z'), nov(9) - 1, nov(9)].map((asOf) => told([], 3_000, asOf)?.[0]?.[1])).toEqual([
      'open',
      'open',
      'behind',
    ]);
  });

  it('that are due at midnight are due on the day that ends with it', () => {
    expect([15, 16].map((date) => told([on(date, 1_500)], 3_000, nov(17))?.[1])).toEqual([
      [15, 'ahead'],
      [16, 'behind'],
    ]);
    expect([nov(16) - 1, nov(16)].map((asOf) => told([], 3_000, asOf)?.[1]?.[1])).toEqual(['open', 'behind']);
    expect([nov(31) - 1, nov(31)].map((asOf) => told([], 3_000, asOf)?.[3]?.[1])).toEqual(['open', 'behind']);
  });

  it('are behind at the end of a period that ends within a day', () => {
    const period = { from: start, to: start + day / 2 };
    const states = (asOf: number) => milestonesOf([], 4, { period, asOf, site })?.map(({ state }) => state);
    expect(states(period.to - 1)).toEqual(['open', 'open', 'open', 'open']);
    expect(states(period.to)).toEqual(['behind', 'behind', 'behind', 'behind']);
  });

  it('follow the days of the site’s zone, of 25 hours too', () => {
    // in Berlin 25 October 2026 has 25 hours: half of it is 12:30 of elapsed time
    const period = { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T23:00:00Z') };
    const asked = (asOf: number) => milestonesOf([], 4, { period, asOf, site: { zone: 'Europe/Berlin' } })?.[1];
    expect(asked(period.from)?.due).toBe(at('2026-10-25T10:30:00Z'));
    expect([period.to - 1, period.to].map((asOf) => asked(asOf)?.state)).toEqual(['open', 'behind']);
  });

  it('are all open before the period begins', () => {
    const all = told([on(1, 0), on(2, 0)], 3_000, start - day);
    expect(all).toEqual([1, 2, 3, 4].map(() => [null, 'open']));
  });

  it('are none without a target, or of one of 0 or less', () => {
    expect([null, 0, -5].map((target) => told([on(1, 5)], target, nov(2)))).toEqual([null, null, null]);
  });
});

describe('what counts towards a target', () => {
  const towards = (name: string, params = {}) => {
    const kpi = kpiNamed(name);
    return kpi === null ? 'no such KPI' : (countedTowards(kpi, { params })?.name ?? null);
  };

  it('is what adds up, and of the attainment of a target the revenue', () => {
    expect(['won-revenue', 'leads-created', 'target-attainment'].map((name) => towards(name))).toEqual([
      'won-revenue',
      'leads-created',
      'won-revenue',
    ]);
  });

  it('is no share, no duration, no average, no stock, and nothing that is told stage by stage', () => {
    const names = ['win-ratio', 'lead-response-time', 'average-deal-size', 'waiting-now', 'funnel-volume'];
    expect(names.map((name) => towards(name))).toEqual(names.map(() => null));
  });
});
