import { startOfNext } from '../calendar/zone.js';
import { compareUtf8 } from '../events/order.js';
import type { Asking } from './asking.js';
import { textIn } from './group-field.js';
import type { GroupAnswer } from './running-answer.js';
import { isSameScope, type Scope } from './scope.js';
import type { Site } from './site.js';
import { isRolling, type Span } from './window.js';

const periods = { today: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const;

/** The period whose target a question is about: the window; of a calendar one, or a bucket that runs still, the whole of it. null: no window. */
export function periodOf({ from, to, window, asOf, bucket }: Asking, site: Site): Span | null {
  if (from === null || to === null) return null;
  if (bucket !== undefined && to === asOf) return { from, to: bucket.end };
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

/**
 * What is wanted of a stretch of time that has no target of its own: of each target that holds there the share by its length, of several that hold
 * at an instant that of the shortest. null: at some instant none does. In ten-thousandths.
 */
export function sharedIn(targets: readonly PeriodTarget[], { from, to }: Span): number | null {
  const near = targets
    .filter((target) => target.from < to && target.to > from)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from) || b.from - a.from);
  const edges = [...new Set([from, to, ...near.flatMap((target) => [target.from, target.to])])].filter(
    (edge) => edge >= from && edge <= to,
  );
  let units = 0;
  let begin = from;
  for (const end of edges.toSorted((a, b) => a - b)) {
    if (end === begin) continue;
    const since = begin;
    const holding = near.find((target) => target.from <= since && target.to >= end);
    if (holding === undefined) return null;
    units += (holding.units * (end - begin)) / (holding.to - holding.from);
    begin = end;
  }
  return from < to ? Math.round(units) : null;
}

/** The target that holds at an instant: of several the one set last, by the order of EVENTS.md. In ten-thousandths; null: none. */
export function wantedAt(groups: readonly GroupAnswer[] | undefined, scope: Scope, instant: number): number | null {
  const holding = (groups ?? []).filter(
    ({ key, n, since, due }) => n > 0 && isSameScope(scope, key) && Number(since) <= instant && instant < Number(due),
  );
  const units = holding.toSorted(bySetting).at(-1)?.['units'];
  return typeof units === 'number' ? units : null;
}

const bySetting = (a: GroupAnswer, b: GroupAnswer): number =>
  Number(a['at']) - Number(b['at']) || compareTexts(a, b, 'source') || compareTexts(a, b, 'id');

const compareTexts = (a: GroupAnswer, b: GroupAnswer, field: string): number => compareUtf8(textIn(a, field) ?? '', textIn(b, field) ?? '');
