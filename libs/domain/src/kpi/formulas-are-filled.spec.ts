import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { kpis } from './catalogue.js';
import { churnRate } from './churn-rate.kpi.js';
import { customerLifetimeValue } from './customer-lifetime-value.kpi.js';
import { isFormula } from './kpi.js';
import { netRevenueRetention } from './net-revenue-retention.kpi.js';
import { pipelineVsTarget } from './pipeline-vs-target.kpi.js';

/** A table of other KPIs, which are explained themselves, and an error over several periods, whose sum no field tells. */
const toldOtherwise = ['product-performance', 'forecast-accuracy'];

it('a formula over figures is explained with those figures in their places, on every basis', () => {
  const untold = kpis.filter(isFormula).flatMap((kpi) => {
    const [first] = Object.entries(kpi.parameters);
    const asked = first === undefined ? [{}] : first[1].values.map((value) => ({ [first[0]]: value }));
    return asked.filter((params) => kpi.filled(params) === null).map(() => kpi.name);
  });
  expect(untold).toEqual(toldOtherwise);
});

describe('beside the value stands', () => {
  const site = subject('site').tell('site.set', '2026-01-01T08:00:00Z', { name: 'S', zone: 'UTC', locale: 'en', currency: 'EUR' });
  const [gone, grown] = [subject('s'), subject('t')];
  const customers = [
    gone.subscribed('2026-10-01T09:00:00Z', 'cyd', 50).tell('subscription.cancelled', 'wed 09:00', {}),
    grown
      .subscribed('2026-10-01T09:00:00Z', 'dee', 100)
      .tell('subscription.changed', 'thu 09:00', { mrr: { amount: 130, currency: 'EUR' }, kind: 'upsell' }),
  ];
  const week = { from: '2026-11-02', to: '2026-11-09' };

  it('what customers paid at the start, and what came and went', () => {
    given(site, ...customers)
      .when(asking(netRevenueRetention, week))
      .then({ value: 13 / 15, total: 150, rises: 30, falls: 50, currency: 'EUR' });
    given(site, ...customers)
      .when(asking(churnRate, { ...week, basis: 'revenue' }))
      .then({ value: 1 / 3, lost: 50, total: 150, currency: 'EUR' });
  });

  it('what they pay together now, and by deals what was won', () => {
    given(site, ...customers)
      .when(asking(customerLifetimeValue, {}, '2027-01-20T00:00:00Z'))
      .then({ value: 780, n: 1, mrr: 130, churn: 0.5 });
    given(site, ...customers, lead('a').won('09:00', { amount: { amount: 90, currency: 'EUR' } }))
      .when(asking(customerLifetimeValue, { basis: 'deals' }))
      .then({ value: 45, n: 2, revenue: 90 });
  });

  it('the target that the pipeline is held against, an unreachable one too', () => {
    const wanted = (value: number) =>
      subject('t').tell('target.set', '08:00', { kpi: 'pipeline-value', period: { from: '2026-11-01', to: '2026-11-30' }, value });
    const deal = lead('a').opened('09:00', 'new', { amount: { amount: 50, currency: 'EUR' } });
    given(site, deal, wanted(200)).when(asking(pipelineVsTarget)).then({ value: 0.25, target: 200, currency: 'EUR' });
    given(site, deal, wanted(0)).when(asking(pipelineVsTarget)).then({ value: null, target: 0 });
    given(site, deal).when(asking(pipelineVsTarget)).then({ value: null, target: null });
  });
});
