import type { CalendarSettings, Version } from '../../configuration/configuration.js';

const minute = 60_000;
const week = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** What the wall clock of a zone shows in each minute of a stretch. */
export interface SlowClock {
  /** instant of the first minute */
  readonly from: number;
  readonly dates: readonly string[];
  /** minutes of the day */
  readonly times: readonly number[];
}

/** Asks Intl minute by minute, by another format and in another way than the code under test: slow, and hard to get wrong. */
export function readClock(zone: string, from: number, until: number): SlowClock {
  const format = formatOf(zone);
  const dates: string[] = [];
  const times: number[] = [];
  for (let instant = from; instant < until; instant += minute) {
    const shown = format.format(instant);
    const date = shown.slice(0, 10);
    // minutes of one day share one text, so that ten years of them find room
    dates.push(date === dates.at(-1) ? (dates.at(-1) ?? date) : date);
    times.push(Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16)));
  }
  return { from, dates, times };
}

/** The days (of UTC) of some years in which the clock of a zone changes, each with the day before and the one after. */
export function daysOfChange(zone: string, firstYear: number, lastYear: number): readonly (readonly [from: number, until: number])[] {
  const format = formatOf(zone);
  const day = 24 * 60 * minute;
  const found: (readonly [number, number])[] = [];
  let before = '';
  for (let midnight = Date.UTC(firstYear, 0, 1); midnight < Date.UTC(lastYear + 1, 0, 1); midnight += day) {
    const time = format.format(midnight).slice(11);
    // Samoa left out a whole day, and showed the same time on the next
    const skipped = Date.parse(format.format(midnight).slice(0, 10)) - Date.parse(format.format(midnight - day).slice(0, 10)) !== day;
    if (before !== '' && (time !== before || skipped)) found.push([midnight - 2 * day, midnight + day]);
    before = time;
  }
  return found;
}

/** For each minute of a stretch 1 if the calendar is open, minute by minute, and the open minutes before it. */
export function readOpen(clock: SlowClock, versions: readonly Version<CalendarSettings>[]): { open: Uint8Array; before: Uint32Array } {
  const open = new Uint8Array(clock.times.length);
  const before = new Uint32Array(clock.times.length + 1);
  const weekdays = new Map<string, (typeof week)[number]>();
  for (const [i, time] of clock.times.entries()) {
    const date = clock.dates[i] ?? '';
    let weekday = weekdays.get(date);
    if (weekday === undefined) weekdays.set(date, (weekday = week[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 'sun'));
    const instant = clock.from + i * minute;
    const value = (versions.findLast(({ effect }) => effect <= instant) ?? versions[0])?.value;
    const isOpen =
      value?.holidays.includes(date) === false && value.week[weekday].some(([opens, closes]) => opens <= time && time < closes);
    open[i] = isOpen ? 1 : 0;
    before[i + 1] = (before[i] ?? 0) + (open[i] ?? 0);
  }
  return { open, before };
}

/** Open milliseconds between two instants of a stretch. */
export function slowBetween(clock: SlowClock, { open, before }: ReturnType<typeof readOpen>, from: number, to: number): number {
  const until = (instant: number): number => {
    const i = Math.floor((instant - clock.from) / minute);
    return (before[i] ?? Number.NaN) * minute + ((open[i] ?? 0) === 1 ? instant - clock.from - i * minute : 0);
  };
  return until(to) - until(from);
}

/** The instant at which so many open milliseconds have passed; null: not in the stretch. */
export function slowAdd(clock: SlowClock, { open }: ReturnType<typeof readOpen>, from: number, length: number): number | null {
  let left = length;
  for (let i = Math.floor((from - clock.from) / minute); i < open.length; i += 1) {
    if (open[i] !== 1) continue;
    const start = clock.from + i * minute;
    const begins = start < from ? from : start;
    const lasts = start + minute - begins;
    if (lasts >= left) return begins + left;
    left -= lasts;
  }
  return null;
}

const formatOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
