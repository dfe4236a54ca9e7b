import { emptyConfiguration } from '../configuration/configuration.js';
import { noRates } from '../money/rates.js';
import { type Asking, parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { costPerLead } from './cost-per-lead.kpi.js';
import { needsRates, partsOf } from './parts.js';

describe('the exchange rates that an answer needs', () => {
  const context = { configuration: emptyConfiguration, rates: noRates };

  it.each(kpis.map((kpi) => [kpi.name, kpi] as const))('of %s are asked for where it, or a part of it, is of money', (_name, kpi) => {
    const parsed = parseAsking(kpi, {}, { configuration: emptyConfiguration, now: 0 });
    if (!parsed.ok) throw new Error(parsed.problem);
    const { asking } = parsed;
    expect(needsRates(kpi, asking, context)).toBe(kpi.money);
    expect(partsOf(kpi, asking, context).some(({ of }) => of.money)).toBe(kpi.money);
  });

  it('are asked for by a part alone too', () => {
    const [spend] = partsOf(costPerLead, ofAllTime, context);
    expect(needsRates({ ...costPerLead, money: false }, ofAllTime, context)).toBe(true);
    expect(needsRates({ ...costPerLead, money: false, parts: () => [] }, ofAllTime, context)).toBe(false);
    expect(spend?.of.money).toBe(true);
  });
});

const ofAllTime: Asking = { asOf: 0, knownAt: null, from: null, to: null, window: null, by: [], filters: {}, params: {} };
