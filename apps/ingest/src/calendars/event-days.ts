import ICAL from 'ical.js';

/** Days that an event is about, yyyy-mm-dd; `problem` says what is wrong with it, and where. */
export type EventDays = { readonly ok: true; readonly days: readonly string[] } | { readonly ok: false; readonly problem: string };

const dayMs = 86_400_000;
/** An event of more days than that is no holiday. */
const longest = 366;

/**
 * The days of an all-day event up to the end of a year, repetitions and exceptions worked out. `replaced`: occurrences that other events of the file
 * stand for.
 */
export function daysOfEvent(event: ICAL.Component, lastYear: number, replaced: ReadonlySet<string>): EventDays {
  for (const name of ['dtstart', 'dtend', 'recurrence-id', 'exdate', 'rdate'])
    for (const property of event.getAllProperties(name))
      for (const written of property.toJSON().slice(3))
        if (typeof written === 'string' && !exists(written)) return { ok: false, problem: `${name.toUpperCase()}: ${written} is no day` };
  const read = new ICAL.Event(event);
  const length = lengthOf(read);
  if (length < 1 || length > longest) return { ok: false, problem: `it ends ${length} days after it begins; allowed: 1 to ${longest}` };
  const days: string[] = [];
  for (const start of startsOf(read, event, lastYear)) {
    if (replaced.has(start)) continue;
    for (let day = 0; day < length; day += 1) days.push(shift(start, day));
  }
  return { ok: true, days };
}

/** A day, or the day of a time of day, that is in the calendar. */
function exists(written: string): boolean {
  const day = written.slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) && dayOf(Date.parse(`${day}T00:00:00Z`)) === day;
}

/** Without an end it is one day; one that ends on the day on which it begins, as some programs write, too. */
function lengthOf({ startDate, endDate }: ICAL.Event): number {
  const days = (Date.parse(dateOf(endDate)) - Date.parse(dateOf(startDate))) / dayMs;
  return days === 0 ? 1 : days;
}

function* startsOf(read: ICAL.Event, event: ICAL.Component, lastYear: number): Generator<string> {
  const rules = event.getAllProperties('rrule').map((property) => property.getFirstValue());
  const excepted = new Set(
    event
      .getAllProperties('exdate')
      .flatMap((property) => property.toJSON().slice(3))
      .map((day) => String(day).slice(0, 10)),
  );
  // the first day is one of the dates, whatever the list of further ones says
  const first = dateOf(read.startDate);
  if (rules.length === 0 && !excepted.has(first)) yield first;
  if (!read.isRecurring()) return;
  const further = new Set(
    event
      .getAllProperties('rdate')
      .flatMap((property) => property.toJSON().slice(3))
      .map((day) => String(day).slice(0, 10)),
  );
  const found = read.iterator();
  for (let next = found.next(); next; next = found.next()) {
    if (next.year > lastYear) return;
    const day = dateOf(next);
    if (rules.length === 0 && day === first) continue;
    if (further.has(day) || rules.some((rule) => rule instanceof ICAL.Recur && fits(next, rule, read.startDate))) yield day;
  }
}

/** The library counts on where a month has no such day: a yearly 29 February becomes 1 March. RFC 5545 leaves such a date out. */
function fits(day: ICAL.Time, rule: ICAL.Recur, start: ICAL.Time): boolean {
  const months = rule.getComponent('BYMONTH').map(Number);
  if (months.length > 0 && !months.includes(day.month)) return false;
  const ofMonth = rule.getComponent('BYMONTHDAY').map(Number);
  if (ofMonth.length > 0) return ofMonth.some((wanted) => wanted === day.day || wanted === day.day - daysIn(day) - 1);
  const byOther = ['BYDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYSETPOS'].some((part) => rule.getComponent(part).length > 0);
  if (byOther || !['YEARLY', 'MONTHLY'].includes(rule.freq)) return true;
  return day.day === start.day && (rule.freq === 'MONTHLY' || months.length > 0 || day.month === start.month);
}

const daysIn = ({ year, month }: ICAL.Time): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const dateOf = (time: ICAL.Time): string => time.toString().slice(0, 10);
const dayOf = (instant: number): string => (Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 10));
const shift = (day: string, days: number): string => dayOf(Date.parse(`${day}T00:00:00Z`) + days * dayMs);
