import type { FactMaker } from './facts-of.js';

/**
 * Exchange rates: one unit of the subject is `item` (a decimal) units of `currency` on the day of `at`, its midnight in
 * UTC whatever the site's zone; until another rate is set for that day.
 */
export const rateFacts: FactMaker = (rows, state) => {
  for (const [index, { at: heard, date, to, rate }] of state.rates.entries()) {
    const next = state.rates.find((later, place) => place > index && later.date === date && later.to === to);
    const at = Date.parse(`${date}T00:00:00Z`);
    rows.add({ from: heard, until: next?.at ?? null }, [], (row) => {
      row.at = at;
      row.item = String(rate);
      row.currency = to;
    });
  }
};
