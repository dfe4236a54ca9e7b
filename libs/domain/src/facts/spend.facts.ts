import { startOfDate } from '../calendar/zone.js';
import { siteOf } from '../kpi/site.js';
import type { Spend } from '../lead/other-state.js';
import type { FactMaker } from './facts-of.js';

const dayLength = 86_400_000;
/** Ten years: a spend over more days is a slip of the pen, and would be a row for each of them. */
const mostDays = 3660;

/**
 * Spend, one row for each day, since windows cut it: `at` the day's start in the site's zone, from then on or from when it was heard of,
 * whichever is later, until it is recorded again. `part` marketing, sales or operations; `value` the day's share in whole numbers that add up
 * exactly to the amount. Excluded, in one row at its first day: `too_long`, a spend over more than ten years; `reversed_range`, one that ends before it begins.
 */
export const spendFacts: FactMaker = (rows, state, configuration) => {
  if (state.other === null) return;
  const { zone } = siteOf(configuration);
  for (const [index, spend] of state.other.spends.entries()) {
    const until = state.other.spends[index + 1]?.at ?? null;
    const first = Date.parse(`${spend.from}T00:00:00Z`);
    const days = (Date.parse(`${spend.to}T00:00:00Z`) - first) / dayLength + 1;
    const unfit = days < 1 ? 'reversed_range' : days > mostDays ? 'too_long' : null;
    for (let day = 0; day < (unfit === null ? days : 1); day += 1) {
      const at = startOfDate(zone, new Date(first + day * dayLength).toISOString().slice(0, 10));
      rows.add({ from: Math.max(spend.at, at), until }, [], (row) => {
        row.part = spend.kind;
        row.at = at;
        row.value = unfit === null ? shareOf(spend, day, days) : spend.amount;
        row.excluded = unfit;
        row.origin = spend.origin;
        row.campaign = spend.campaign;
        row.product = null;
        row.currency = spend.currency;
      });
    }
  }
};

/** What is spent by the end of the day less what was by the end of the one before, both cut to whole numbers. */
function shareOf({ amount }: Spend, day: number, days: number): number {
  const by = (end: number): bigint => (BigInt(amount) * BigInt(end)) / BigInt(days);
  return Number(by(day + 1) - by(day));
}
