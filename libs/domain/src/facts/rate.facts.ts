import type { FactMaker } from './facts-of.js';
import { numbered, rowsOf } from './row.js';

/**
 * Exchange rates: one unit of the subject is `item` (a decimal) units of `currency` on the day of `at`, its midnight in
 * UTC whatever the site's zone; until another rate is set for that day.
 */
export const rateFacts: FactMaker = (state) =>
  numbered(
    state.rates.flatMap(({ at: heard, date, to, rate }, index) => {
      const next = state.rates.find((later, place) => place > index && later.date === date && later.to === to);
      const day = Date.parse(`${date}T00:00:00Z`);
      return rowsOf('rate', state, { from: heard, until: next?.at ?? null }, [], () => ({
        at: day,
        item: String(rate),
        currency: to,
      }));
    }),
  );
