import type { Weekday } from '../events/configuration-events.js';
import { Day, TimeOfDay } from '../events/day.js';
import { suggestion } from '../events/near-names.js';
import { line } from '../events/text.js';
import { Zone } from '../events/zone.js';
import type { Holiday } from './holidays-named-by.js';
import type { SettingProblem } from './policy-problems.js';

/** What kind of trouble it is, so that a page says it in its own language; `shape`: it is not what a program should send. */
export type CalendarReason =
  | 'shape'
  | 'missing'
  | 'zone'
  | 'time'
  | 'late'
  | 'empty'
  | 'reversed'
  | 'overlap'
  | 'closed'
  | 'day'
  | 'twice'
  | 'past'
  | 'unknown'
  /** a file, and what stands at an address */
  | 'file'
  | 'unread';

export interface CalendarProblem extends SettingProblem {
  readonly reason: CalendarReason;
  /** what may be meant instead, the nearest first */
  readonly near?: readonly string[];
}

export type Hours = [from: string, to: string][];

type Read<T> = { readonly value: T; readonly problems: readonly CalendarProblem[] };

const wrong = (path: string, reason: CalendarReason, problem: string): CalendarProblem => ({ path, reason, problem });
const mostIntervals = 48;

let knownZones: readonly string[] | null = null;

/** All zones that this machine knows of by their names. */
export function zoneNames(): readonly string[] {
  knownZones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return knownZones;
}

/** The zones that a misspelt one may stand for: by its whole name, or by its city's. */
function nearZones(zone: string): readonly string[] {
  const city = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const wanted = city(zone.trim().replaceAll(' ', '_'));
  const same = wanted === '' ? [] : zoneNames().filter((name) => city(name) === wanted);
  const near = suggestion(zone, zoneNames());
  const named = near === '' ? [] : near.slice(' did you mean '.length, -1).split(' or ');
  return [...new Set([...same, ...named])].slice(0, 3);
}

export function zoneProblems(zone: string): readonly CalendarProblem[] {
  if (Zone.safeParse(zone).success) return [];
  const near = nearZones(zone);
  const guess = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`;
  return [{ ...wrong('$.zone', 'zone', `must be a time zone of the IANA data base, such as Europe/Madrid${guess}`), near }];
}

/** The intervals of a weekday, in order. Each is named by its place in what was sent. */
export function readHours(day: Weekday, written: unknown): Read<Hours> {
  const path = `$.week.${day}`;
  if (!Array.isArray(written))
    return { value: [], problems: [wrong(path, 'shape', 'must be a list of intervals such as ["09:00","17:00"]')] };
  if (written.length > mostIntervals)
    return { value: [], problems: [wrong(path, 'shape', `must have at most ${mostIntervals} intervals`)] };
  const problems: CalendarProblem[] = [];
  const read: { readonly at: string; readonly from: string; readonly to: string }[] = [];
  for (const [index, interval] of written.entries()) {
    const at = `${path}[${index}]`;
    const one = intervalOf(at, interval);
    if ('problems' in one) problems.push(...one.problems);
    else read.push({ at, ...one });
  }
  const sorted = read.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  let last = '';
  let before = '';
  for (const { at, from, to } of sorted) {
    if (from < last) problems.push(wrong(at, 'overlap', `overlaps ${before}; join the two, or let one begin when the other ends`));
    if (to > last) [last, before] = [to, `the interval ${from} to ${to}`];
  }
  return { value: sorted.map(({ from, to }) => [from, to]), problems };
}

function intervalOf(
  at: string,
  written: unknown,
): { readonly from: string; readonly to: string } | { readonly problems: CalendarProblem[] } {
  const pair: readonly unknown[] = Array.isArray(written) ? written : [];
  const [from, to] = pair;
  if (typeof from !== 'string' || typeof to !== 'string' || pair.length !== 2)
    return { problems: [wrong(at, 'shape', 'must be an interval such as ["09:00","17:00"]')] };
  const problems = [...timeProblems(`${at}[0]`, from), ...timeProblems(`${at}[1]`, to)];
  if (problems.length > 0) return { problems };
  if (from === to) return { problems: [wrong(at, 'empty', 'ends when it begins; leave it out, or give two times')] };
  if (from > to)
    return { problems: [wrong(at, 'reversed', 'ends before it begins; over midnight end it at 24:00 and begin the next day at 00:00')] };
  return { from, to };
}

function timeProblems(path: string, time: string): readonly CalendarProblem[] {
  if (TimeOfDay.safeParse(time).success) return [];
  if (/^(2[4-9]|[3-9]\d):[0-5]\d$/.test(time))
    return [wrong(path, 'late', 'lies after 24:00; end the day at 24:00 and put the rest into the next day')];
  return [wrong(path, 'time', 'must be a time of day, as HH:MM from 00:00 to 24:00')];
}

const Name = line();

/** Holidays that somebody enters, by date. */
export function readEntered(written: readonly unknown[]): Read<Holiday[]> {
  const problems: CalendarProblem[] = [];
  const dates = new Map<string, string>();
  for (const [index, holiday] of written.entries()) {
    const path = `$.holidays[${index}]`;
    const { date, name }: { date?: unknown; name?: unknown } = typeof holiday === 'object' && holiday !== null ? holiday : {};
    const named = Name.safeParse(name);
    if (!named.success)
      problems.push(wrong(`${path}.name`, name === '' ? 'missing' : 'shape', named.error.issues[0]?.message ?? 'is wrong'));
    problems.push(...dayProblems(`${path}.date`, date, dates));
    if (typeof date === 'string' && named.success) dates.set(date, named.data);
  }
  const value = [...dates].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { value, problems };
}

/** Days that are a list of dates. */
export function readDays(path: string, written: readonly unknown[]): Read<string[]> {
  const problems: CalendarProblem[] = [];
  const dates = new Set<string>();
  for (const [index, date] of written.entries()) {
    problems.push(...dayProblems(`${path}[${index}]`, date, dates));
    if (typeof date === 'string') dates.add(date);
  }
  return { value: [...dates].sort(), problems };
}

function dayProblems(path: string, date: unknown, before: { has: (date: string) => boolean }): readonly CalendarProblem[] {
  if (typeof date !== 'string' || !Day.safeParse(date).success)
    return [wrong(path, 'day', 'must be a day that exists, as YYYY-MM-DD, such as 2026-11-01')];
  return before.has(date) ? [wrong(path, 'twice', 'is named twice; keep one of the two')] : [];
}
