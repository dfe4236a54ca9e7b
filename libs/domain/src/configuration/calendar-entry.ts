import { z } from 'zod';
import type { DataOf } from '../events/catalogue.js';
import { configurationEvents, type Weekday, weekdays } from '../events/configuration-events.js';
import { CalendarId } from '../events/ids.js';
import { Instant } from '../events/instant.js';
import { problemOf } from '../events/problem.js';
import { type CalendarProblem, type Hours, readDays, readEntered, readHours, zoneProblems } from './calendar-problems.js';

/** A calendar as a person sets it; `data.holidays` are those that he enters, without what came in from elsewhere. */
export interface AskedCalendar {
  readonly data: DataOf<'calendar.set'>;
  readonly judgesHistory: boolean;
}

/** Which calendar somebody has; null: none of his own. */
export interface AskedUse {
  readonly calendar: string | null;
}

export interface AskedHours extends AskedUse {
  readonly daysOff: readonly string[];
}

type Read<T> = { readonly ok: true; readonly asked: T } | { readonly ok: false; readonly problems: readonly CalendarProblem[] };

/** What `PUT /v1/calendars/:calendar` takes, for who describes it. */
export const WrittenCalendar = z.strictObject({
  zone: configurationEvents['calendar.set'].shape.zone,
  week: configurationEvents['calendar.set'].shape.week,
  holidays: configurationEvents['calendar.set'].shape.holidays.optional(),
  effective_from: Instant.optional(),
  judge_history: z.boolean().optional(),
});

const day = z.unknown().optional();
const Skeleton = z.strictObject({
  zone: z.string(),
  week: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
  holidays: z.array(z.unknown()).max(10_000).optional(),
  effective_from: Instant.optional(),
  judge_history: z.boolean().optional(),
});
const Use = z.strictObject({ calendar: CalendarId.nullable() });
const OwnHours = z.strictObject({ calendar: CalendarId.nullable(), days_off: z.array(z.unknown()).max(10_000) });

/** Reads a calendar; all that is wrong is named at once. */
export function readCalendar(body: unknown): Read<AskedCalendar> {
  const read = Skeleton.safeParse(body);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error, Skeleton, body) };
  const { zone, week: written, holidays = [], effective_from, judge_history = false } = read.data;
  const hours = weekdays.filter((name) => written[name] !== undefined).map((name) => ({ name, ...readHours(name, written[name]) }));
  const entered = readEntered(holidays);
  const problems = [...zoneProblems(zone), ...hours.flatMap((one) => one.problems), ...entered.problems];
  if (problems.length > 0) return { ok: false, problems };
  const week: Partial<Record<Weekday, Hours>> = Object.fromEntries(
    hours.filter(({ value }) => value.length > 0).map(({ name, value }) => [name, value]),
  );
  if (Object.keys(week).length === 0) {
    const problem = 'is never open, so that no clock would ever run; give the hours of one day at least';
    return { ok: false, problems: [{ path: '$.week', problem, reason: 'closed' }] };
  }
  const effect = effective_from === undefined ? {} : { effective_from };
  return { ok: true, asked: { data: { zone, week, holidays: entered.value, ...effect }, judgesHistory: judge_history } };
}

/** Reads which calendar a team, or the whole site, has. */
export function readUse(body: unknown): Read<AskedUse> {
  const read = Use.safeParse(body);
  return read.success ? { ok: true, asked: read.data } : { ok: false, problems: shapeProblems(read.error, Use, body) };
}

/** Reads the calendar and the days off of a rep. */
export function readOwnHours(body: unknown): Read<AskedHours> {
  const read = OwnHours.safeParse(body);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error, OwnHours, body) };
  const days = readDays('$.days_off', read.data.days_off);
  if (days.problems.length > 0) return { ok: false, problems: days.problems };
  return { ok: true, asked: { calendar: read.data.calendar, daysOff: days.value } };
}

function shapeProblems(error: z.ZodError, schema: z.ZodType, body: unknown): readonly CalendarProblem[] {
  return error.issues.map((issue) => {
    const told = problemOf(new z.core.$ZodError([issue]), schema, body, '$');
    return { ...told, reason: told.path === '$.effective_from' ? 'day' : 'shape' };
  });
}

/** What a refusal says: the first problem where programs look for one, and all. */
export function refusalOfCalendar(problems: readonly CalendarProblem[]) {
  const { path = '$', problem = 'cannot be set' } = problems[0] ?? {};
  return { problem: `${path} ${problem}`, path, problems };
}
