import { startOfNext } from '../calendar/zone.js';
import type { Asking } from './asking.js';
import type { GroupAnswer } from './running-answer.js';
import { isSameScope, type Scope } from './scope.js';
import type { Site } from './site.js';
import { isRolling, type Span } from './window.js';

const periods = { today: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const;

/** The period whose target a question is about: the window; of a calendar one the whole calendar period. null: no window. */
export function periodOf({ from, to, window }: Asking, site: Site): Span | null {
  if (from === null || to === null) return null;
  if (window === null || isRolling(window)) return { from, to };
  return { from, to: startOfNext(periods[window], site.zone, from, 1, site.weekStart) };
}

/** What a value that grows comes to by the period's end, at the rate of what has passed of it; null: it has not begun. Source: KPIS.md, Closing. */
export function paceOf(value: number, { from, to }: Span, asOf: number): number | null {
  const elapsed = Math.min(asOf, to) - from;
  return elapsed <= 0 ? null : (value * (to - from)) / elapsed;
}

/** A target of one period, in ten-thousandths. */
export interface PeriodTarget extends Span {
  readonly units: number;
}

/** The targets of one scope, a period each. */
export function targetsOf(groups: readonly GroupAnswer[] | undefined, scope: Scope): readonly PeriodTarget[] {
  return (groups ?? []).flatMap(({ key, n, since, due, units }) =>
    n > 0 && isSameScope(scope, key) && typeof since === 'number' && typeof due === 'number' && typeof units === 'number'
      ? [{ from: since, to: due, units }]
      : [],
  );
}

/**
 * What is wanted of a period: the target of exactly that period, else the sum of those that tile it, without gap or overlap; null: neither.
 * Where several sets tile it, the one of the fewest, and of those the one whose earliest are the longest. In ten-thousandths.
 */
export function wantedIn(targets: readonly PeriodTarget[], period: Span): number | null {
  const inside = targets.filter(({ from, to }) => from >= period.from && to <= period.to && from < to);
  /** how the rest from an instant on is tiled; what begins later is known before */
  const rest = new Map<number, { readonly tiles: number; readonly units: number }>([[period.to, { tiles: 0, units: 0 }]]);
  for (const { from, to, units } of inside.toSorted((a, b) => b.from - a.from || b.to - a.to)) {
    const after = rest.get(to);
    if (after === undefined) continue;
    const there = rest.get(from);
    if (there === undefined || after.tiles + 1 < there.tiles) rest.set(from, { tiles: after.tiles + 1, units: units + after.units });
  }
  return period.from < period.to ? (rest.get(period.from)?.units ?? null) : null;
}

/** The target that holds at an instant: of several the one set last. In ten-thousandths; null: none. */
export function wantedAt(groups: readonly GroupAnswer[] | undefined, scope: Scope, instant: number): number | null {
  const holding = (groups ?? []).filter(
    ({ key, n, since, due }) => n > 0 && isSameScope(scope, key) && Number(since) <= instant && instant < Number(due),
  );
  const last = holding.reduce<GroupAnswer | null>((a, b) => (a === null || Number(b['at']) >= Number(a['at']) ? b : a), null);
  const units = last?.['units'];
  return typeof units === 'number' ? units : null;
}
