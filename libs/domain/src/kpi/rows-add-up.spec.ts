import { shownValue } from '../facts/shown-value.js';
import { ratesAt } from '../money/rates.js';
import { busyWeeks, busyWeeksAnywhere } from '../testing/busy-weeks.js';
import { at } from '../testing/clock-time.js';
import { knownFrom } from '../testing/known-facts.js';
import { annualRecurringRevenue } from './annual-recurring-revenue.kpi.js';
import { answerKpi, rowsBehind } from './answer.js';
import { parseAsking } from './asking.js';
import { kpis } from './catalogue.js';
import { isFormula } from './kpi.js';
import { leftOut } from './left-out.js';

/** They count arrivals and deals that stand: how long those waited and what they are worth are the numbers of others. */
const onlyCounted: ReadonlySet<string> = new Set(['leads-created', 'contact-rate', 'pipeline-volume', 'deals-at-risk']);

describe.each([
  ['of a site', busyWeeks],
  ['of no site', busyWeeksAnywhere],
])('the rows of two busy weeks %s', (_name, stories) => {
  const known = knownFrom(stories.flatMap(({ events }) => events));
  const asOf = at('mon+3 12:00');
  const context = { configuration: known.configuration, rates: ratesAt(known.facts, asOf) };

  it.each(kpis.flatMap((kpi) => (isFormula(kpi) ? [] : [[kpi.name, kpi] as const])))(
    'of %s add up to it, or have its mean',
    (_kpi, kpi) => {
      const parsed = parseAsking(kpi, {}, { configuration: known.configuration, now: asOf });
      if (!parsed.ok) throw new Error(parsed.problem);
      const { asking } = parsed;
      const why = leftOut(kpi, asking, context);
      const rows = rowsBehind(kpi, asking, known.facts).filter((fact) => [null, 'no_rate'].includes(why(fact)));
      const shown = rows.map((fact) => ({ currency: fact.currency, value: shownValue(fact.kind, kpi.measure(fact, asking)) }));
      const sum = (values: typeof shown) => values.reduce((total, { value }) => total + (value ?? 0), 0);
      const { groups } = answerKpi(kpi, asking, known.facts, context);
      for (const { n, value, mean, currency } of groups.filter((group) => group.n > 0)) {
        // amounts without a rate stand apart, each currency by itself; of those of these weeks none has one
        const own = typeof currency === 'string' ? shown.filter((row) => row.currency === currency) : shown;
        if (typeof mean === 'number') expect([n, mean]).toEqual([own.length, expect.closeTo(sum(own) / own.length, 6)]);
        else if (kpi.unit === 'money') {
          const months = kpi === annualRecurringRevenue ? 12 : 1;
          const whole = (sum(own) * months) / (kpi.averages ? own.length : 1);
          expect([n, value]).toEqual([own.length, expect.closeTo(whole, 6)]);
        }
      }
      if (onlyCounted.has(kpi.name)) expect(shown.filter(({ value }) => value !== null)).toEqual([]);
    },
  );
});
