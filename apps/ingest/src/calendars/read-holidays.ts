import type { Holiday } from '@leadclock/domain/configuration/holidays-named-by.js';
import ICAL from 'ical.js';
import { daysOfEvent } from './event-days.js';
import { withinTime } from './within-time.js';

/** The years that are read, both included. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

export type HolidayFile =
  /** `timed`: how many events have a time of day, and are no holidays */
  | { readonly ok: true; readonly holidays: readonly Holiday[]; readonly timed: number }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A calendar takes 10,000 holidays; nobody has so many. */
const mostDays = 2000;
/** For parsing and working out all repetitions, where nobody else waits; milliseconds. */
const PATIENCE = 5000;

/** The all-day events of an iCal file (RFC 5545) as holidays, by date; of several on one day the first by name. All that is wrong is named at once. */
export function readHolidays(bytes: Uint8Array, years: Years, patience = PATIENCE): HolidayFile {
  const text = decoded(bytes);
  if (text === null) return failed('is not in UTF-8: save it as UTF-8');
  if (!/^\s*BEGIN:VCALENDAR\s/i.test(text)) return failed('is no iCal file: it must begin with BEGIN:VCALENDAR');
  try {
    return (
      withinTime(patience, () => holidaysOf(text, years)) ??
      failed('takes too long to read: it repeats its events by a rule that never comes to an end, or is far too large')
    );
  } catch (error) {
    return failed(`is no iCal file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const failed = (...problems: string[]): HolidayFile => ({ ok: false, problems });

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function holidaysOf(text: string, { first, last }: Years): HolidayFile {
  const events = calendarsOf(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const replaced = replacements(events);
  const named = new Map<string, string>();
  const problems: string[] = [];
  let timed = 0;
  for (const [index, event] of events.entries()) {
    if (textOf(event, 'status').toUpperCase() === 'CANCELLED') continue;
    const name = nameOf(event);
    const begins = event.getFirstProperty('dtstart');
    if (begins !== null && begins.type !== 'date') {
      timed += 1;
      continue;
    }
    const own = event.hasProperty('recurrence-id') ? none : (replaced.get(textOf(event, 'uid')) ?? none);
    const read = begins === null ? noStart : daysAsRead(event, last, own);
    if (!read.ok) problems.push(`event ${index + 1} (${name}): ${read.problem}`);
    else for (const date of read.days) if (Number(date.slice(0, 4)) >= first && Number(date.slice(0, 4)) <= last) add(named, date, name);
  }
  if (named.size > mostDays) problems.push(`names ${named.size} days from ${first} to ${last}; allowed: at most ${mostDays}`);
  if (problems.length > 0) return { ok: false, problems };
  const holidays = [...named].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
  if (holidays.length === 0)
    return failed(`holds no all-day event from ${first} to ${last}${timed === 0 ? '' : `, but ${timed} with a time of day`}`);
  return { ok: true, holidays, timed };
}

/** A file may hold several calendars. */
function calendarsOf(text: string): readonly ICAL.Component[] {
  const parsed: unknown[] = ICAL.parse(text);
  const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return all.map((calendar) => {
    if (!Array.isArray(calendar)) throw new Error('it holds no calendar');
    return new ICAL.Component(calendar);
  });
}

/** By the events' ids the occurrences that another event of the same id stands for. */
function replacements(events: readonly ICAL.Component[]): ReadonlyMap<string, ReadonlySet<string>> {
  const replaced = new Map<string, Set<string>>();
  for (const event of events) {
    const occurrence = textOf(event, 'recurrence-id').slice(0, 10);
    if (occurrence === '') continue;
    const uid = textOf(event, 'uid');
    replaced.set(uid, (replaced.get(uid) ?? new Set()).add(occurrence));
  }
  return replaced;
}

/** The library throws for what it cannot read: that is a problem of this event. */
function daysAsRead(event: ICAL.Component, last: number, replaced: ReadonlySet<string>): ReturnType<typeof daysOfEvent> {
  try {
    return daysOfEvent(event, last, replaced);
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function add(named: Map<string, string>, date: string, name: string): void {
  const there = named.get(date);
  if (there === undefined || name < there) named.set(date, name);
}

/** One line of at most 200 characters: what a holiday may be called. */
function nameOf(event: ICAL.Component): string {
  const name = textOf(event, 'summary')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return name === '' ? 'holiday' : [...name].slice(0, 200).join('');
}

const textOf = (event: ICAL.Component, property: string): string => String(event.getFirstPropertyValue(property) ?? '');

const none: ReadonlySet<string> = new Set();
const noStart = { ok: false, problem: 'DTSTART: is missing' } as const;
