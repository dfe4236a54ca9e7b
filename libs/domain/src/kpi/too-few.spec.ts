import { emptyConfiguration } from '../configuration/configuration.js';
import { noRates } from '../money/rates.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import type { Kpi } from './kpi.js';
import { isTooFew } from './too-few.js';

/** Amounts held against what somebody wanted or foresaw: nothing of them is left to chance, however few deals there are. */
const noSamples = ['forecast-accuracy', 'pipeline-vs-target', 'target-attainment'];

const ofNothing = (kpi: Kpi, params: Readonly<Record<string, string>> = {}) => {
  const parsed = parseAsking(kpi, params, { configuration: emptyConfiguration, now: Date.UTC(2026, 10, 3) });
  if (!parsed.ok) throw new Error(`${parsed.parameter}: ${parsed.problem}`);
  return answerKpi(kpi, parsed.asking, [], { configuration: emptyConfiguration, rates: noRates }).groups;
};

const isSaid = (kpi: Kpi): boolean => ofNothing(kpi).every(({ small }) => typeof small === 'boolean');

describe('what is too few', () => {
  it('is said by each share, each score and each distribution itself, and by no amount that is held against a wish', () => {
    const shares = kpis.filter(({ unit }) => unit === 'ratio' || unit === 'points');
    const distributions = kpis.filter((kpi) => ofNothing(kpi).some((group) => 'median' in group));
    const silent = [...shares, ...distributions].filter((kpi) => !isSaid(kpi)).map(({ name }) => name);
    expect(silent.toSorted()).toEqual(noSamples);
  });

  it('is said by losses of money too', () => {
    const losses = kpis.filter(({ parameters }) => parameters['basis']?.values.includes('revenue') === true);
    expect(losses.map(({ name }) => name)).toEqual(['churn-rate', 'customer-retention']);
    for (const kpi of losses) expect(ofNothing(kpi, { basis: 'revenue' }).map(isTooFew)).toEqual([true]);
  });

  it('is a thing of the sample, not of the rows: what does not speak of it is believed', () => {
    expect([{ n: 3, small: true }, { n: 300, small: false }, { n: 3 }].map(isTooFew)).toEqual([true, false, false]);
  });
});
