import type { Asking } from './asking.js';
import type { Aggregate, KpiContext } from './kpi.js';
import type { FactView } from './tally.js';

/** Why a number leaves out a fact that it takes, as its rows say and as its `excluded` counts; null: it counts. */
export function leftOut(kpi: Aggregate, asking: Asking, context: KpiContext): (fact: FactView) => string | null {
  const isLeft = kpi.leaves?.(asking, context);
  return (fact) => kpi.excludes(fact, asking) ?? isLeft?.(fact) ?? null;
}
