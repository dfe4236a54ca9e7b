/** Days of the site's zone, yyyy-mm-dd, both included. */
export interface GoalPeriod {
  readonly from: string;
  readonly to: string;
}

export const allowedPeriods = 'a month (2026-11), a quarter (2026-Q4), a year (2026), or from and to as dates (2026-11-01)';

/** Reads the short forms of a period; null: it is none. */
export function calendarPeriod(text: string): GoalPeriod | null {
  const [, year, quarter, month] = /^(19\d\d|[2-9]\d{3})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = quarter !== undefined ? Number(quarter) * 3 - 2 : Number(month ?? 1);
  const months = quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  return { from: dayOf(Number(year), first, 1), to: dayOf(Number(year), first + months, 0) };
}

/** The last day of a month is day 0 of the next. */
const dayOf = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
