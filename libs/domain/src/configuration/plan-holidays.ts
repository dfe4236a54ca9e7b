import type { EventOf, LeadclockEvent } from '../events/event.js';
import { eventKey, textDigest } from '../events/identity.js';
import { writeInstant } from '../events/instant.js';
import { buildConfiguration } from './build-configuration.js';
import { type Holiday, importSource, namedBy } from './holidays-named-by.js';
import { setBy, versionsAhead } from './versions-ahead.js';

type CalendarSet = EventOf<'calendar.set'>;

/** An event that is to be told. */
interface PlannedEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: 'calendar.set';
  readonly subject: string;
  readonly time: string;
  readonly data: CalendarSet['data'];
}

/** What an import comes to. */
export interface HolidayPlan {
  /** what to send: one for the version in force, and one for each that is still to come; none: all stands as it is */
  readonly events: readonly PlannedEvent[];
  readonly added: readonly Holiday[];
  readonly removed: readonly Holiday[];
  /** what the file names and the calendar has already, whoever entered it */
  readonly unchanged: readonly Holiday[];
}

const digest = (text: string): string => textDigest(text).slice(0, 24);

/** The events' source of what comes in from one place. Of an address only its digest: it may hold a secret. */
export const sourceOf = (place: string): string => `${importSource}${digest(place)}`;

/**
 * The events that give a calendar the holidays of a place instead of those that it got from there before; what was entered by hand or came from
 * elsewhere stays. The hours stay as they are, in the version in force at `now` (epoch milliseconds) and in those still to come. Null: there is no such
 * calendar. The id of an event is made from what it follows and what it says, so that two who import the same at once send one.
 */
export function planHolidays(
  calendar: string,
  events: readonly LeadclockEvent[],
  source: string,
  holidays: readonly Holiday[],
  now: number,
): HolidayPlan | null {
  const set = setBy(events, 'calendar.set', calendar);
  const ahead = versionsAhead(set, buildConfiguration(events).calendars, calendar, now);
  if (ahead.length === 0) return null;
  const origins = namedBy(set);
  const plan = { added: new Map<string, string>(), removed: new Map<string, string>() };
  const planned = ahead.flatMap(({ event, effect }) => {
    const kept = event.data.holidays.filter(({ date }) => origins.get(date) !== source);
    const own = event.data.holidays.filter(({ date }) => origins.get(date) === source);
    const there = new Set(kept.map(({ date }) => date));
    const wanted = holidays.filter(({ date }) => !there.has(date));
    if (isSame(own, wanted)) return [];
    note(plan.added, wanted, own);
    note(plan.removed, own, wanted);
    const all = [...kept, ...wanted].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    const { effective_from: _replaced, ...data } = event.data;
    const takesEffect = effect > now ? { effective_from: writeInstant(effect) } : {};
    return [eventOf(calendar, source, eventKey(event), { ...data, holidays: all, ...takesEffect }, now)];
  });
  const [added, removed] = [listOf(plan.added), listOf(plan.removed)];
  return { events: planned, added, removed, unchanged: holidays.filter(({ date }) => !plan.added.has(date)) };
}

/** Also a holiday that is called otherwise now. */
const isSame = (own: readonly Holiday[], wanted: readonly Holiday[]): boolean => {
  const names = new Map(own.map(({ date, name }) => [date, name]));
  return own.length === wanted.length && wanted.every(({ date, name }) => names.get(date) === name);
};

/** Adds those whose date or name the others lack. */
function note(to: Map<string, string>, these: readonly Holiday[], others: readonly Holiday[]): void {
  const names = new Map(others.map(({ date, name }) => [date, name]));
  for (const { date, name } of these) if (names.get(date) !== name) to.set(date, name);
}

const listOf = (dates: ReadonlyMap<string, string>): readonly Holiday[] =>
  [...dates].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));

function eventOf(calendar: string, source: string, follows: string, data: CalendarSet['data'], now: number): PlannedEvent {
  const id = digest(JSON.stringify([calendar, follows, data]));
  return { specversion: '1.0', id, source, type: 'calendar.set', subject: calendar, time: writeInstant(now), data };
}
