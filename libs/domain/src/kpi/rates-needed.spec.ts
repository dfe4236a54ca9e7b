import { emptyConfiguration } from '../configuration/configuration.js';
import { noRates } from '../money/rates.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { needsRates, partsOf } from './parts.js';

/** The KPIs that say money, or shares of it. */
const ofMoney = [
  'annual-recurring-revenue',
  'average-deal-size',
  'churn-rate',
  'clv-to-cac',
  'cost-per-lead',
  'customer-acquisition-cost',
  'customer-lifetime-value',
  'customer-retention',
  'expansion-revenue',
  'forecast-accuracy',
  'monthly-recurring-revenue',
  'net-revenue-retention',
  'pipeline-value',
  'pipeline-vs-target',
  'product-performance',
  'sales-velocity',
  'target-attainment',
  'win-ratio',
  'won-revenue',
];

describe('the exchange rates that an answer needs', () => {
  const asked = kpis.map((kpi) => {
    const parsed = parseAsking(kpi, {}, { configuration: emptyConfiguration, now: 0 });
    if (!parsed.ok) throw new Error(parsed.problem);
    return { kpi, asking: parsed.asking };
  });

  it('are asked for by the numbers of money, and by no other', () => {
    const needing = asked.filter(({ kpi, asking }) => needsRates(kpi, asking, { configuration: emptyConfiguration }));
    expect(needing.map(({ kpi }) => kpi.name).toSorted()).toEqual(ofMoney);
    expect(kpis.flatMap((kpi) => (kpi.money ? [kpi.name] : [])).toSorted()).toEqual(ofMoney);
  });

  it('are asked for by a part that sums money', () => {
    const context = { configuration: emptyConfiguration, rates: noRates };
    const summing = asked.flatMap(({ kpi, asking }) => partsOf(kpi, asking, context).flatMap(({ of }) => (of.money ? [kpi.name] : [])));
    expect([...new Set(summing)].toSorted()).toEqual(ofMoney);
  });
});
