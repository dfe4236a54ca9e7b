/** A day of a zone's wall clock; `month` 1 to 12. */
export interface WallDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';

const quarterHour = 900_000;
const day = 86_400_000;
/** About a year of quarter hours: a bound on memory, not a rule. */
const cachedOffsets = 40_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}
const zones = new Map<string, Zone>();

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. Throws a RangeError for a zone that is not IANA's. */
export function offsetAt(zone: string, instant: number): number {
  const { format, offsets } = zoneNamed(zone);
  const slot = Math.floor(instant / quarterHour);
  let offset = offsets.get(slot);
  if (offset === undefined) {
    const start = readOffset(format, slot * quarterHour);
    // a few zones once changed at a minute past midnight: such a quarter hour is read instant by instant
    offset = start === readOffset(format, (slot + 1) * quarterHour - 1000) ? start : Number.NaN;
    if (offsets.size >= cachedOffsets) offsets.clear();
    offsets.set(slot, offset);
  }
  return Number.isNaN(offset) ? readOffset(format, Math.floor(instant / 1000) * 1000) : offset;
}

/** What the zone's wall clock shows at an instant, written as if it were UTC (so `Date.UTC` parts read it). */
export function toWall(zone: string, instant: number): number {
  return zone === 'UTC' ? instant : instant + offsetAt(zone, instant);
}

/** The instant of a wall time written as UTC: the first of a time that comes twice, forward over a gap. */
export function toInstant(zone: string, wall: number): number {
  if (zone === 'UTC') return wall;
  const before = offsetAt(zone, wall - day);
  const after = offsetAt(zone, wall + day);
  const early = wall - before;
  if (before === after || offsetAt(zone, early) === before) return early;
  const late = wall - after;
  return offsetAt(zone, late) === after ? late : early;
}

/** The wall day that holds an instant. */
export function wallDay(zone: string, instant: number): WallDay {
  const wall = new Date(toWall(zone, instant));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The instant at which a date (yyyy-mm-dd) begins in the zone. */
export function startOfDate(zone: string, date: string): number {
  return toInstant(zone, Date.parse(`${date}T00:00:00Z`));
}

/** The instant at which a date (yyyy-mm-dd) has passed in the zone: the start of the next. */
export function endOfDate(zone: string, date: string): number {
  return toInstant(zone, Date.parse(`${date}T00:00:00Z`) + day);
}

/** The date (yyyy-mm-dd) of an instant in the zone. */
export function dateOf(zone: string, instant: number): string {
  return new Date(toWall(zone, instant)).toISOString().slice(0, 10);
}

/** The start of the period that holds an instant, in the zone; `weekStart` 0 (Monday) to 6. */
export function startOf(period: Period, zone: string, instant: number, weekStart = 0): number {
  return toInstant(zone, wallStart(period, toWall(zone, instant), weekStart));
}

/** The start of the period `count` periods after (before: negative) the one that holds an instant. */
export function startOfNext(period: Period, zone: string, instant: number, count = 1, weekStart = 0): number {
  const start = new Date(wallStart(period, toWall(zone, instant), weekStart));
  const [year, month, date] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  switch (period) {
    case 'day':
      return toInstant(zone, Date.UTC(year, month, date + count));
    case 'week':
      return toInstant(zone, Date.UTC(year, month, date + 7 * count));
    case 'month':
      return toInstant(zone, Date.UTC(year, month + count, 1));
    case 'quarter':
      return toInstant(zone, Date.UTC(year, month + 3 * count, 1));
    case 'year':
      return toInstant(zone, Date.UTC(year + count, 0, 1));
  }
}

/** Monday is 0. */
export function weekday(wall: number): number {
  return (((Math.floor(wall / day) + 3) % 7) + 7) % 7;
}

function wallStart(period: Period, wall: number, weekStart: number): number {
  const midnight = Math.floor(wall / day) * day;
  if (period === 'day') return midnight;
  if (period === 'week') return midnight - ((weekday(wall) - weekStart + 7) % 7) * day;
  const date = new Date(wall);
  const month = date.getUTCMonth();
  const first = period === 'month' ? month : period === 'quarter' ? month - (month % 3) : 0;
  return Date.UTC(date.getUTCFullYear(), first, 1);
}

function zoneNamed(zone: string): Zone {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const made: Zone = { format, offsets: new Map() };
  zones.set(zone, made);
  return made;
}

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour, minute, second) - instant;
}
