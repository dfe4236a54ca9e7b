import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../../team/ask.js';

const intervals = z.optional(z.array(z.tuple([z.string(), z.string()])));
const Week = z.object({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
});
/** Hours as the server writes them, HH:MM; a day that is left out is closed. */
export type Week = z.infer<typeof Week>;

/** `by` null: somebody has entered it; else the feed that brought it, or `file`. */
const Holiday = z.object({ date: z.string(), name: z.string(), by: z.nullable(z.string()) });
export type Holiday = z.infer<typeof Holiday>;

const Version = z.object({ effective_at: z.string(), zone: z.string(), week: Week, holidays: z.array(Holiday) });
export type Version = z.infer<typeof Version>;

/** A day on which the clock changes: how many hours it has, the minutes of the day before and after, open time in ms. */
export const Change = z.object({
  date: z.string(),
  hours: z.number(),
  from: z.number(),
  to: z.number(),
  open_ms: z.number(),
  usual_ms: z.number(),
});
export type Change = z.infer<typeof Change>;

const Feed = z.object({
  id: z.string(),
  host: z.string(),
  holidays: z.number(),
  read_at: z.nullable(z.string()),
  failing_since: z.nullable(z.string()),
  failure: z.nullable(z.string()),
  stale: z.boolean(),
  next_at: z.string(),
});
export type Feed = z.infer<typeof Feed>;

const names = z.array(z.string());
const Calendar = z.extend(Version, {
  calendar: z.string(),
  edit: z.string(),
  open: z.boolean(),
  changes_at: z.nullable(z.string()),
  offset_min: z.number(),
  clock_changes: z.array(Change),
  later: z.array(Version),
  feeds: z.array(Feed),
  used_by: z.object({ site: z.boolean(), teams: names, reps: names, policies: names }),
});
export type Calendar = z.infer<typeof Calendar>;

const Team = z.object({ team: z.string(), name: z.string(), calendar: z.nullable(z.string()), edit: z.string() });
const Rep = z.object({
  rep: z.string(),
  name: z.string(),
  team: z.string(),
  active: z.boolean(),
  calendar: z.nullable(z.string()),
  days_off: names,
  edit: z.string(),
});
export type Rep = z.infer<typeof Rep>;

const CalendarList = z.object({
  as_of: z.string(),
  zone: z.string(),
  site_edit: z.string(),
  calendars: z.array(Calendar),
  teams: z.array(Team),
  reps: z.array(Rep),
});
export type CalendarList = z.infer<typeof CalendarList>;

export const CALENDARS = 'calendars';
/** Others may set calendars at any time, and feeds are read without anybody. */
const AGAIN_MS = 10_000;

export const askCalendars = (signal: AbortSignal): Promise<CalendarList> => ask('/v1/calendars', CalendarList, signal);

/** The calendars in force and to come, and who works in which. */
export const useCalendars = () =>
  useQuery({ queryKey: [CALENDARS], staleTime: 0, refetchInterval: AGAIN_MS, queryFn: ({ signal }) => askCalendars(signal) });

const Zones = z.object({ zones: names });

/** The time zones that the server knows; nothing while they are not known. */
export const useZones = (): readonly string[] =>
  useQuery({ queryKey: ['zones'], staleTime: Number.POSITIVE_INFINITY, queryFn: ({ signal }) => ask('/v1/zones', Zones, signal) }).data
    ?.zones ?? [];
