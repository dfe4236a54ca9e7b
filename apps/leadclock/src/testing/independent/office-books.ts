import type { Planned } from '@leadclock/simulator/plan/planned.js';
import { randomOf } from '@leadclock/simulator/plan/random.js';
import { type Told, tellerOf } from './told.js';

const at = (instant: string): number => Date.parse(instant);
const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** What else the office writes down: customers of before, what is aimed at and expected of weeks, and whom it told of leads that were late. */
export function officeBooks(floor: readonly Planned[], until: number): readonly Told[] {
  return [...customersOfBefore(until), ...aims(), ...alertsOf(floor, until)];
}

/** Customers that came in summer: without them nobody could have left in ninety days. */
function customersOfBefore(until: number): readonly Told[] {
  const { told, tell } = tellerOf('/billing', 'before');
  for (let i = 0; i < 40; i++) {
    const random = randomOf(11, 'customers of before', i);
    const since = at('2025-05-20T08:00:00Z') + i * 3 * day;
    const subscription = `old-${i}`;
    const mrr = (amount: number) => ({ mrr: { amount: amount.toFixed(2), currency: 'EUR' } });
    const worth = random.between(40, 400);
    tell('subscription.started', subscription, since, {
      // some have two
      customer: `c-old-${i % 33}`,
      ...mrr(worth),
      origin: random.pick(['referral', 'event']),
      product: random.pick(['starter', 'business']),
      rep: random.pick(['ana', 'mark', 'olga']),
    });
    const changed = since + random.between(40, 130) * day;
    if (random.chance(0.4) && changed < until)
      tell('subscription.changed', subscription, changed, {
        ...mrr(worth + random.between(-30, 60)),
        kind: random.pick(['upsell', 'cross_sell', 'contraction', 'price']),
      });
    const left = since + random.between(50, 150) * day;
    if (random.chance(0.5) && left < until) tell('subscription.cancelled', subscription, left, {});
  }
  return told;
}

const month = { from: '2025-10-01', to: '2025-10-31' } as const;
const weeks = [
  { from: '2025-10-06', to: '2025-10-12' },
  { from: '2025-10-13', to: '2025-10-19' },
  { from: '2025-10-24', to: '2025-10-30' },
] as const;

function aims(): readonly Told[] {
  const { told, tell } = tellerOf('/plan', 'aim');
  const said = at('2025-10-02T08:00:00Z');
  const aim = (name: string, when: number, data: object) => tell('target.set', `aim-${name}`, when, data);
  aim('pipeline-of-partners', said, { kpi: 'pipeline-value', period: month, value: 90_000, team: 'partners' });
  aim('pipeline-of-ana', said, { kpi: 'pipeline-value', period: month, value: 20_000, rep: 'ana' });
  aim('pipeline-of-ana-again', at('2025-10-09T08:00:00Z'), { kpi: 'pipeline-value', period: month, value: 25_000, rep: 'ana' });
  aim('pipeline-volume', said, { kpi: 'pipeline-volume', period: month, value: 60 });
  aim('pipeline-of-november', at('2025-10-30T08:00:00Z'), {
    kpi: 'pipeline-value',
    period: { from: '2025-11-01', to: '2025-11-30' },
    value: 400_000,
  });
  const before = at('2025-10-03T15:00:00Z');
  const expect = (name: string, when: number, data: object) => tell('forecast.submitted', `expected-${name}`, when, data);
  for (const period of weeks) {
    const random = randomOf(11, 'expected', period.from);
    const worth = (most: number) => ({ amount: { amount: Math.round(random.between(most / 4, most)), currency: 'EUR' } });
    const begin = at(`${period.from}T00:00:00+02:00`);
    expect(`${period.from}-all`, before, { period, ...worth(40_000) });
    expect(`${period.from}-ana`, before, { period, ...worth(10_000), rep: 'ana' });
    expect(`${period.from}-partners`, before, { period, ...worth(20_000), team: 'partners' });
    // said again the evening before counts instead; said as the period begins it is too late
    expect(`${period.from}-ana-again`, begin - second, { period, ...worth(9_000), rep: 'ana' });
    expect(`${period.from}-partners-late`, begin, { period, ...worth(25_000), team: 'partners' });
    expect(`${period.from}-nina`, before, { period, ...worth(500), rep: 'nina' });
  }
  return told;
}

/** Every ninth lead was told of, a moment after it was due; of some the message was seen. */
function alertsOf(floor: readonly Planned[], until: number): readonly Told[] {
  const { told, tell } = tellerOf('/alerts', 'alert');
  const arrivals = new Map(floor.flatMap(({ type, subject, time }) => (type === 'lead.created' ? [[subject, time] as const] : [])));
  for (const [i, [subject, time]] of [...arrivals].entries()) {
    if (i % 9 !== 0) continue;
    const random = randomOf(11, 'alerts', subject);
    const due = time + 300 * second;
    const raised = due + random.between(0, 4_000);
    const shown = raised + random.between(100, 90_000);
    if (shown >= until) continue;
    const alert = {
      alert: `told-${subject}`,
      step: 'due',
      due_at: new Date(due).toISOString(),
      raised_at: new Date(Math.floor(raised)).toISOString(),
      to: random.pick(['ana', 'mark', 'olga']),
    };
    tell('alert.raised', subject, raised, alert);
    if (random.chance(0.6)) tell('alert.shown', subject, shown, { ...alert, shown_at: new Date(Math.floor(shown)).toISOString() });
    if (random.chance(0.1)) tell('alert.retracted', subject, shown, alert);
  }
  return told;
}
