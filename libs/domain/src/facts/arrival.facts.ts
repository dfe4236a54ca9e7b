import type { FactMaker } from './facts-of.js';
import { leadRows } from './lead-credit.js';
import { noArrivalRows } from './no-arrival.js';
import { numbered } from './row.js';

/** One row for a lead that arrived: `at` and `from` the arrival, for ever. `no_arrival` while there is none. */
export const arrivalFacts: FactMaker = (state, configuration) => {
  const { arrivedAt } = state;
  const rows = noArrivalRows('arrival', state, configuration);
  if (arrivedAt === null) return numbered(rows);
  const arrived = leadRows('arrival', state, configuration, { from: arrivedAt, until: null }, () => ({ at: arrivedAt }));
  return numbered([...rows, ...arrived]);
};
