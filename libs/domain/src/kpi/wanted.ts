import type { Asking } from './asking.js';
import { isFormula, type Kpi } from './kpi.js';
import type { GroupAnswer } from './running-answer.js';
import { type Scope, scopeOf } from './scope.js';
import type { Site } from './site.js';
import type { Key } from './tally.js';
import { paceOf, periodOf, targetsOf, wantedAt, wantedIn } from './target-periods.js';

/** A number held against what is wanted of it. Values are in the unit of the KPI. */
export interface Held {
  readonly target: number;
  /** value / target, where more is better and the target is above 0; else null */
  readonly share: number | null;
  /** null: there is no value yet */
  readonly reached: boolean | null;
  /** of what adds up over a period: what its end brings at this rate, to three digits; else null */
  readonly pace: number | null;
}

/** Whether the number grows over its period, so that its target is one of the whole period: counts and sums of flows. */
export const addsUp = (kpi: Kpi, { params }: Pick<Asking, 'params'>): boolean =>
  !isFormula(kpi) && kpi.shape(params) === 'flow' && !kpi.averages && ['leads', 'deals', 'touchpoints', 'money'].includes(kpi.unit);

/**
 * The target of a group, of all those of its KPI that are set (`goals` by team and rep): of exactly its team, its rep or, neither, the company.
 * What adds up: that of the period of the question, of a calendar window the whole calendar period, or the sum of those that tile it. A share, a
 * duration or a stock is a level: the target of that very period, else the one that holds at `as_of`. null: there is none.
 */
export function targetFor(kpi: Kpi, asking: Asking, goals: readonly GroupAnswer[], key: Key, site: Site): number | null {
  const scope = scopeAsked(key, asking);
  if (scope === null) return null;
  const period = periodOf(asking, site);
  if (addsUp(kpi, asking)) return period === null ? null : inUnits(wantedIn(targetsOf(goals, scope), period));
  const exact = targetsOf(goals, scope).filter(({ from, to }) => from === period?.from && to === period.to);
  return inUnits(exact.at(-1)?.units ?? wantedAt(goals, scope, asking.asOf));
}

/** Filtered or sliced by anything but team and rep, it is nobody's target. */
function scopeAsked(key: Key, asking: Asking): Scope | null {
  const isOwn = (dimension: string): boolean => dimension === 'team' || dimension === 'rep';
  return Object.keys(asking.filters).every(isOwn) && Object.keys(key).every(isOwn) ? scopeOf(key, asking) : null;
}

const inUnits = (units: number | null): number | null => (units === null ? null : units / 10_000);

/** A value against its target. At exactly the target it is reached. */
export function heldAgainst(kpi: Kpi, asking: Asking, value: number | null, target: number, site: Site): Held {
  const isLess = kpi.better === 'less';
  return {
    target,
    share: value === null || isLess || target <= 0 ? null : value / target,
    reached: value === null ? null : isLess ? value <= target : value >= target,
    pace: value === null || !addsUp(kpi, asking) ? null : paceShown(value, asking, site),
  };
}

function paceShown(value: number, asking: Asking, site: Site): number | null {
  const period = periodOf(asking, site);
  const pace = period === null ? null : paceOf(value, period, asking.asOf);
  return pace === null ? null : Number(pace.toPrecision(3));
}
