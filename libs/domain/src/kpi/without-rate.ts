import { toWall } from '../calendar/zone.js';
import type { Asking } from './asking.js';
import type { KpiContext } from './kpi.js';
import { amountOf } from './money.tally.js';
import { siteOf } from './site.js';
import type { FactView } from './tally.js';

const dayLength = 86_400_000;

/** Of a flow of money: the amounts that have no rate on their own day, so that they stand apart from the sum. */
export const noRateThen = (_asking: Asking, context: KpiContext): ((fact: FactView) => string | null) => withoutRate(context, null);

/** Of a stock of money: those that have none on the day that is asked about. */
export const noRateNow = ({ asOf }: Asking, context: KpiContext): ((fact: FactView) => string | null) => withoutRate(context, asOf);

function withoutRate({ configuration, rates }: KpiContext, day: number | null): (fact: FactView) => string | null {
  const { currency: home, zone } = siteOf(configuration);
  if (home === null) return () => null;
  return (fact) => {
    const amount = amountOf(fact);
    if (amount === null || amount.currency === home) return null;
    const on = Math.floor(toWall(zone, day ?? amount.at) / dayLength);
    return rates.rateOn(amount.currency, home, on) === null ? 'no_rate' : null;
  };
}
