import { type SampleEvent, sample } from './sample-events.js';
import type { FloorTime } from './whole-floor.js';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** What the floor's office writes down: exchange rates, spend, subscriptions, surveys, what is aimed at, and what was expected. */
export const booksOfFloor = (time: FloorTime): readonly SampleEvent[] => [
  ...rates(time),
  ...spend(time),
  ...subscriptions(time),
  ...surveys(time),
  ...aims(time),
];

/** The dollar has a rate of every week; the franc never had one. */
const rates = ({ at, date }: FloorTime): readonly SampleEvent[] =>
  Array.from({ length: 10 }, (_, week) =>
    sample(`usd-${week}`, 'rate.set', 'USD', at(week * 6, 6), { date: date(week * 6), to: 'EUR', rate: 0.9 + week / 1_000 }),
  );

/** Advertising of two campaigns, salaries and rent; and a range that somebody turned round. */
function spend({ at, date, period }: FloorTime): readonly SampleEvent[] {
  const tell = (id: string, data: Readonly<Record<string, unknown>>): SampleEvent =>
    sample(id, 'spend.recorded', id, at(45, 6), { from: period.from, to: date(0), ...data });
  return [
    tell('ads-search', { origin: 'paid_search', campaign: 'autumn', kind: 'marketing', amount: eur(920) }),
    tell('ads-brand', { origin: 'organic_search', kind: 'marketing', amount: eur(460) }),
    tell('salaries', { kind: 'sales', amount: eur(4_600) }),
    tell('rent', { kind: 'operations', amount: eur(1_380) }),
    tell('turned-round', { kind: 'marketing', amount: eur(50), from: date(2), to: date(4) }),
  ];
}

/** A dozen customers from before the period, of whom one leaves, two pay more, one less and one in another currency; three are new. */
function subscriptions({ at }: FloorTime): readonly SampleEvent[] {
  const started = (index: number, daysAgo: number): SampleEvent =>
    sample(`start-${index}`, 'subscription.started', `subscription-${index}`, at(daysAgo, 9), {
      customer: `customer-${index}`,
      mrr: eur(100 + index * 10),
      product: index % 2 === 0 ? 'crm' : 'telephony',
      rep: index % 2 === 0 ? 'ana' : 'mark',
      origin: 'referral',
    });
  const changed = (index: number, daysAgo: number, mrr: object, kind: string): SampleEvent =>
    sample(`change-${index}`, 'subscription.changed', `subscription-${index}`, at(daysAgo, 9), { mrr, kind });
  return [
    ...Array.from({ length: 12 }, (_, index) => started(index, 95)),
    ...Array.from({ length: 3 }, (_, index) => started(12 + index, 10 + index)),
    changed(1, 20, eur(150), 'upsell'),
    changed(2, 19, eur(180), 'cross_sell'),
    changed(3, 18, eur(90), 'contraction'),
    changed(4, 17, { amount: 160, currency: 'CHF' }, 'upsell'),
    sample('end-5', 'subscription.cancelled', 'subscription-5', at(8, 9), { reason: 'price' }),
    // raised when it had ended already
    changed(5, 7, eur(200), 'upsell'),
  ];
}

const surveys = ({ at }: FloorTime): readonly SampleEvent[] =>
  [10, 9, 9, 10, 7, 8, 6, 3, 10, 9, 8, 10].map((score, index) =>
    sample(`survey-${index}`, 'survey.answered', `survey-${index}`, at(12 - index, 10), {
      score,
      customer: `customer-${index}`,
      rep: index % 2 === 0 ? 'ana' : 'mark',
    }),
  );

/** Targets of company, teams and reps for the period, of the pipeline for now; what was expected of two weeks that are over, once too late. */
function aims({ at, date, period }: FloorTime): readonly SampleEvent[] {
  const days = { from: period.from, to: date(0) };
  const aim = (id: string, kpi: string, value: number, whose: object = {}, time = at(46, 9)): SampleEvent =>
    sample(id, 'target.set', id, time, { kpi, period: days, value, ...whose });
  const expected = (id: string, time: number, from: number, to: number, amount: number): SampleEvent =>
    sample(id, 'forecast.submitted', id, time, { period: { from: date(from), to: date(to) }, amount: eur(amount), team: 'north' });
  return [
    aim('company', 'won-revenue', 40_000),
    aim('north', 'won-revenue', 15_000, { team: 'north' }),
    aim('south', 'won-revenue', 25_000, { team: 'south' }),
    aim('of-ana', 'won-revenue', 1_000, { rep: 'ana' }),
    aim('of-luis', 'won-revenue', 2_000, { rep: 'luis' }),
    aim('of-mark', 'won-revenue', 30_000, { rep: 'mark' }),
    aim('pipeline', 'pipeline-value', 30_000),
    aim('pipeline-count', 'pipeline-volume', 20),
    expected('weeks-1', at(35, 9), 34, 21, 9_000),
    expected('weeks-2', at(20, 9), 19, 6, 6_000),
    expected('too-late', at(18, 9), 19, 6, 6_500),
  ];
}
