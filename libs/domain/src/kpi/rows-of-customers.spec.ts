import type { Fact } from '../facts/fact.js';
import { ratesAt } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { knownFrom } from '../testing/known-facts.js';
import { lead, type Story, subject } from '../testing/story.js';
import { rowsBehind } from './answer.js';
import { parseAsking } from './asking.js';
import { churnRate } from './churn-rate.kpi.js';
import { clvToCac } from './clv-to-cac.kpi.js';
import { customerAcquisitionCost } from './customer-acquisition-cost.kpi.js';
import { customerLifetimeValue } from './customer-lifetime-value.kpi.js';
import type { Kpi } from './kpi.js';
import { netRevenueRetention } from './net-revenue-retention.kpi.js';
import { openAnswer } from './parts.js';

const early = '2026-10-01T00:00:00Z';
const week = { from: '2026-11-02T00:00:00Z', to: '2026-11-08T00:00:00Z' };
const site = subject('site').tell('site.set', early, { name: 'S', zone: 'UTC', locale: 'de', currency: 'EUR' });

/** The rows of each part, as `subject of customer`. */
function listed(kpi: Kpi, params: Readonly<Record<string, string>>, ...stories: readonly Story[]) {
  const { facts, configuration } = knownFrom([site, ...stories].flatMap(({ events }) => events));
  const parsed = parseAsking(kpi, params, { configuration, now: at('sun 23:59') });
  if (!parsed.ok) throw new Error(`${parsed.parameter} ${parsed.problem}`);
  const opened = openAnswer(kpi, parsed.asking, { configuration, rates: ratesAt(facts, parsed.asking.asOf) });
  const counted = opened.parts.map((part) => rowsBehind(part.of, part.asking, facts));
  opened.parts.forEach(({ running }, index) => counted[index]?.forEach((fact: Fact) => running.add(fact)));
  const behind = opened.behind();
  return Object.fromEntries(
    opened.parts.map(({ name }, index) => [
      name,
      (counted[index] ?? []).filter((fact) => behind[index]?.(fact)).map((fact) => fact.subject),
    ]),
  );
}

/** Two customers of each origin; one of `web` leaves, one of `fair` pays more; another of `web` comes within the week. */
const floor = [
  subject('w1').subscribed(early, 'web-one', 10, { origin: 'web' }).unsubscribed('tue 10:00'),
  subject('w2').subscribed(early, 'web-two', 10, { origin: 'web' }),
  // of a customer of web, though it names fair: he is in the slice of the one that began first
  subject('w3').subscribed('2026-10-02T00:00:00Z', 'web-two', 5, { origin: 'fair' }),
  subject('f1').subscribed(early, 'fair-one', 10, { origin: 'fair' }).repriced('wed 10:00', 20),
  subject('w4').subscribed('thu 10:00', 'web-new', 10, { origin: 'web' }),
];

describe('the rows of numbers of customers', () => {
  it('are those of the customers that pass the filters, all their subscriptions', () => {
    expect(listed(churnRate, { ...week, origin: 'web' }, ...floor)).toEqual({ start: ['w1', 'w2', 'w3'], end: ['w2', 'w3'] });
    expect(listed(churnRate, { ...week, origin: 'fair' }, ...floor)).toEqual({ start: ['f1'], end: ['f1'] });
    expect(listed(netRevenueRetention, { ...week, origin: 'fair' }, ...floor)).toEqual({ start: ['f1'], changes: ['f1'] });
    expect(listed(customerLifetimeValue, { origin: 'fair' }, ...floor)).toEqual({ now: ['f1'], start: [] });
  });

  it('of a lifetime are those of ninety days ago too', () => {
    const old = ['2026-07-01T00:00:00Z', 'old', 10, { origin: 'fair' }] as const;
    const stories = [
      ...floor,
      subject('o1')
        .subscribed(...old)
        .unsubscribed('tue 10:00'),
      subject('o2').subscribed(...old),
    ];
    expect(listed(customerLifetimeValue, { origin: 'fair' }, ...stories)).toEqual({ now: ['f1', 'o2'], start: ['o1', 'o2'] });
    expect(listed(customerLifetimeValue, { origin: 'web' }, ...stories)).toEqual({ now: ['w2', 'w3', 'w4'], start: [] });
  });

  it('are not those of customers who came since the start', () => {
    expect(listed(churnRate, week, ...floor).end).toEqual(['f1', 'w2', 'w3']);
  });

  it('are the first start of each customer that was won, and no win of a site that has subscriptions', () => {
    const deal = lead('a').won('thu 11:00', { amount: { amount: 5, currency: 'EUR' } });
    expect(listed(customerAcquisitionCost, { ...week }, ...floor, deal)).toEqual({ spend: [], starts: ['w4'], wins: [] });
    expect(listed(customerAcquisitionCost, { origin: 'fair' }, ...floor, deal)).toEqual({ spend: [], starts: ['f1'], wins: [] });
    expect(listed(clvToCac, { origin: 'fair' }, ...floor, deal)).toEqual({
      'clv-now': ['f1'],
      'clv-start': [],
      'cac-spend': [],
      'cac-starts': ['f1'],
      'cac-wins': [],
    });
  });

  it('are the wins of the window where there are no subscriptions', () => {
    const [before, within] = [lead('a').won(early), lead('b').won('tue 10:00')];
    expect(listed(customerAcquisitionCost, week, before, within)).toEqual({ spend: [], starts: [], wins: ['b'] });
  });
});
