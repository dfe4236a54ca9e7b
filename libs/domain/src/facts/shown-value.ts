import type { FactKind } from './fact.js';

const MILLISECONDS = 1_000;
const TEN_THOUSANDTHS = 10_000;

/** What one unit that people read is in a fact's whole numbers; a kind that is not named counts. */
const perUnit: Partial<Record<FactKind, number>> = {
  arrival: MILLISECONDS,
  assign: MILLISECONDS,
  response: MILLISECONDS,
  handling: MILLISECONDS,
  contact: MILLISECONDS,
  wait: MILLISECONDS,
  touch: MILLISECONDS,
  cycle: MILLISECONDS,
  alert: MILLISECONDS,
  stage: TEN_THOUSANDTHS,
  visit: MILLISECONDS,
  close: TEN_THOUSANDTHS,
  spend: TEN_THOUSANDTHS,
  subscription: TEN_THOUSANDTHS,
  goal: TEN_THOUSANDTHS,
  forecast: TEN_THOUSANDTHS,
};

/** A number of a fact as people read it: seconds, units of its currency, or a count; rows add up to their tile. */
export const shownValue = (kind: FactKind, value: number | null): number | null => (value === null ? null : value / (perUnit[kind] ?? 1));
