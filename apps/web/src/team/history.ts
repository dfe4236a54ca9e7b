import type { Group, Trend } from './answers.js';
import { dayIn, daysBetween, hourIn, weekdayOf } from './days.js';

/** A figure of one day; null: it had none. */
export interface DayPoint {
  readonly day: string;
  readonly value: number | null;
  readonly n: number;
}

/** The mean of the same weekday is taken over at most so many weeks. */
const WEEKS = 4;

const point = (day: string, group: Group | undefined): DayPoint => ({ day, value: group?.value ?? null, n: group?.n ?? 0 });

/** A trend by day, as days of the site; `rep` chooses one of its groups. */
export const pointsByDay = ({ buckets }: Trend, zone: string, rep?: string): readonly DayPoint[] =>
  buckets.map(({ from, groups }) =>
    point(dayIn(zone, Date.parse(from)), rep === undefined ? groups[0] : groups.find(({ key }) => key['rep'] === rep)),
  );

/** Of a stock's trend by hour the values of each day at the full hour that has just passed: what can be compared with now. */
export function pointsAtThisHour({ buckets }: Trend, zone: string, now: number): readonly DayPoint[] {
  const hour = hourIn(zone, now);
  return buckets
    .filter(({ to }) => hourIn(zone, Date.parse(to)) === hour && Date.parse(to) <= now)
    .map(({ to, groups }) => point(dayIn(zone, Date.parse(to)), groups[0]));
}

const firstDay = (created: readonly DayPoint[]): string | undefined => created.find(({ value }) => (value ?? 0) > 0)?.day;

/** Only days from the first on that had a lead: before it nothing was measured, and 0 would be invented. */
export function sinceFirstLead(points: readonly DayPoint[], created: readonly DayPoint[]): readonly DayPoint[] {
  const first = firstDay(created);
  return first === undefined ? [] : points.filter(({ day }) => day >= first);
}

/** The same of a stock, which is taken at some hour of a day: of the first day that may lie before the first lead. */
export function afterFirstDay(points: readonly DayPoint[], created: readonly DayPoint[]): readonly DayPoint[] {
  const first = firstDay(created);
  return first === undefined ? [] : points.filter(({ day }) => day > first);
}

/** The mean of the same weekday in the weeks before a day; null: there was none. */
export function sameWeekdayMean(points: readonly DayPoint[], day: string): number | null {
  const values = points.flatMap((before) => {
    const back = daysBetween(before.day, day);
    return back > 0 && back % 7 === 0 && back <= 7 * WEEKS && before.value !== null ? [before.value] : [];
  });
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

/** The values of a sparkline, the present one last in the place of what the trend said of today. */
export const sparkline = (points: readonly DayPoint[], today: string, now: number | null): readonly (number | null)[] => [
  ...points.filter(({ day }) => day < today).map(({ value }) => value),
  now,
];

/** Of four weeks by hour: met and n for each weekday (0 Monday) and hour. */
export interface HeatCell {
  readonly weekday: number;
  readonly hour: number;
  readonly met: number;
  readonly n: number;
}

export function heatOf({ buckets }: Trend, zone: string): readonly HeatCell[] {
  const cells = new Map<number, HeatCell>();
  for (const { from, groups } of buckets) {
    const [group] = groups;
    if (group === undefined || group.n === 0) continue;
    const at = Date.parse(from);
    const weekday = (weekdayOf(dayIn(zone, at)) + 6) % 7;
    const hour = hourIn(zone, at);
    const before = cells.get(weekday * 24 + hour);
    cells.set(weekday * 24 + hour, { weekday, hour, met: (before?.met ?? 0) + (group.met ?? 0), n: (before?.n ?? 0) + group.n });
  }
  return [...cells.values()];
}
