import { at } from '../testing/clock-time.js';
import type { Asking } from './asking.js';
import { kpiNamed } from './catalogue.js';
import type { GroupAnswer } from './running-answer.js';
import type { Site } from './site.js';
import { addsUp, heldAgainst, targetFor } from './wanted.js';

const site: Site = { zone: 'UTC', weekStart: 0, currency: 'EUR' };
const [november, middle, december] = ['2026-11-01T00:00:00Z', '2026-11-11T00:00:00Z', '2026-12-01T00:00:00Z'].map((time) => at(time));
const [from = 0, asOf = 0, end = 0] = [november, middle, december];
const month: Asking = { asOf, knownAt: null, from, to: asOf, window: 'month', by: [], filters: {}, params: {} };

function kpi(name: string) {
  const found = kpiNamed(name);
  if (found === null) throw new Error(name);
  return found;
}
const goal = (value: number, owner: { team?: string; rep?: string } = {}, since = from, due = end): GroupAnswer => ({
  key: { team: owner.team ?? null, rep: owner.rep ?? null },
  value,
  n: 1,
  excluded: {},
  since,
  due,
  at: since,
  units: value * 10_000,
});
const [revenue, response, contact] = [kpi('won-revenue'), kpi('lead-response-time'), kpi('contact-rate')];

describe('the target of a number', () => {
  it('that adds up is that of its whole calendar period, of exactly whose it is', () => {
    const goals = [goal(3_000), goal(500, { rep: 'ana' }), goal(1_000, { team: 'north' })];
    expect(targetFor(revenue, month, goals, {}, site)).toBe(3_000);
    expect(targetFor(revenue, { ...month, by: ['rep'] }, goals, { rep: 'ana' }, site)).toBe(500);
    expect(targetFor(revenue, { ...month, filters: { team: ['north'] } }, goals, {}, site)).toBe(1_000);
    expect(targetFor(revenue, { ...month, by: ['rep'] }, goals, { rep: 'bo' }, site)).toBeNull();
    expect(targetFor(revenue, { ...month, by: ['rep'] }, goals, { rep: null }, site)).toBeNull();
  });

  it('that adds up is none of a longer or shorter period, and none without one', () => {
    const goals = [goal(9_000, {}, from, end + 1), goal(100, {}, from, asOf)];
    expect(targetFor(revenue, month, goals, {}, site)).toBeNull();
    expect(targetFor(revenue, { ...month, from: null, to: null, window: null }, [goal(3_000)], {}, site)).toBeNull();
  });

  it('that is a level is that of the period, else the one that holds', () => {
    const today = { ...month, from: asOf - 3_600_000, window: 'today' as const };
    expect(targetFor(response, today, [goal(300)], {}, site)).toBe(300);
    expect(targetFor(response, month, [goal(300), goal(200, {}, from, end + 1)], {}, site)).toBe(300);
    expect(targetFor(response, today, [goal(300, {}, end, end + 1)], {}, site)).toBeNull();
    expect(targetFor(response, month, [goal(300), goal(200, {}, from - 86_400_000)], {}, site)).toBe(300);
  });

  it('is nobody’s when it is asked of a part that targets do not know', () => {
    expect(targetFor(revenue, { ...month, filters: { origin: ['web'] } }, [goal(3_000)], {}, site)).toBeNull();
    expect(targetFor(revenue, { ...month, by: ['origin'] }, [goal(3_000)], { origin: 'web' }, site)).toBeNull();
    expect(targetFor(revenue, { ...month, filters: { team: ['north', 'south'] } }, [goal(3_000)], {}, site)).toBeNull();
  });
});

describe('a number against its target', () => {
  it('has its share and, after ten of thirty days, three times as much as its pace', () => {
    expect(heldAgainst(revenue, month, 750, 3_000, site)).toEqual({ target: 3_000, share: 0.25, reached: false, pace: 2_250 });
  });

  it('is reached at exactly the target, from above or from below', () => {
    expect([2_999.99, 3_000, 3_000.01].map((value) => heldAgainst(revenue, month, value, 3_000, site).reached)).toEqual([
      false,
      true,
      true,
    ]);
    expect([299, 300, 301].map((value) => heldAgainst(response, month, value, 300, site).reached)).toEqual([true, true, false]);
  });

  it('has no share where less is better, no pace where it does not add up, and neither before there is a value', () => {
    expect(heldAgainst(response, month, 150, 300, site)).toEqual({ target: 300, share: null, reached: true, pace: null });
    expect(heldAgainst(contact, month, 0.45, 0.9, site)).toEqual({ target: 0.9, share: 0.5, reached: false, pace: null });
    expect(heldAgainst(revenue, month, null, 3_000, site)).toEqual({ target: 3_000, share: null, reached: null, pace: null });
    expect(heldAgainst(revenue, month, 750, 0, site)).toMatchObject({ share: null, reached: true });
  });

  it('has a pace that ends with its period, and none before it has begun', () => {
    const over = { ...month, asOf: end + 86_400_000, from, to: end, window: null };
    expect(heldAgainst(revenue, over, 750, 3_000, site).pace).toBe(750);
    expect(heldAgainst(revenue, { ...over, asOf: from }, 0, 3_000, site).pace).toBeNull();
  });

  it('adds up when it counts or sums a flow, and not as a stock, a share, a mean or a formula', () => {
    const up = ['won-revenue', 'leads-created', 'rep-activity'];
    const level = ['waiting-now', 'contact-rate', 'average-deal-size', 'cost-per-lead'];
    expect([...up, ...level].filter((name) => addsUp(kpi(name), month))).toEqual(up);
  });
});
