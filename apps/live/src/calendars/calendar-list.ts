import { clockChanges, openOn } from '@leadclock/domain/calendar/clock-changes.js';
import { openingAt } from '@leadclock/domain/calendar/openings.js';
import { dateOf, offsetAt } from '@leadclock/domain/calendar/zone.js';
import type { CalendarSettings, Configuration } from '@leadclock/domain/configuration/configuration.js';
import { importSource, namedBy } from '@leadclock/domain/configuration/holidays-named-by.js';
import { inForce } from '@leadclock/domain/configuration/in-force.js';
import { calendarEdit, siteEdit } from '@leadclock/domain/configuration/plan-calendar.js';
import { sourceOf } from '@leadclock/domain/configuration/plan-holidays.js';
import { calendarSettings } from '@leadclock/domain/configuration/settings.js';
import { editOf, setBy, versionsAhead } from '@leadclock/domain/configuration/versions-ahead.js';
import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { listFeeds } from '@leadclock/read-model/outside/calendar-feed.table.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Here } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';
import { type ToldFeed, toldFeed } from './feed-list.js';

const YEAR_MS = 366 * 86_400_000;

/** `by` null: somebody has entered it; else the feed that brought it, or `file`. */
interface ToldHoliday {
  readonly date: string;
  readonly name: string;
  readonly by: string | null;
}

interface ToldVersion {
  readonly effective_at: string;
  readonly zone: string;
  readonly week: DataOf<'calendar.set'>['week'];
  readonly holidays: readonly ToldHoliday[];
}

/** A day on which the zone's clock changes; `hours`: how long it is; `from`, `to`: minutes of the day; open hours in ms. */
export interface ToldChange {
  readonly date: string;
  readonly hours: number;
  readonly from: number;
  readonly to: number;
  readonly open_ms: number;
  readonly usual_ms: number;
}

export interface ToldCalendar extends ToldVersion {
  readonly calendar: string;
  /** to be given as If-Match by who changes it */
  readonly edit: string;
  readonly open: boolean;
  /** when that ends; null: not within two years */
  readonly changes_at: string | null;
  /** minutes that the zone's clock is ahead of UTC now */
  readonly offset_min: number;
  readonly clock_changes: readonly ToldChange[];
  readonly later: readonly ToldVersion[];
  readonly feeds: readonly ToldFeed[];
  readonly used_by: {
    readonly site: boolean;
    readonly teams: readonly string[];
    readonly reps: readonly string[];
    readonly policies: readonly string[];
  };
}

/** `GET /v1/calendars`: the calendars in force, and who works in which. */
export interface CalendarList {
  readonly as_of: string;
  readonly zone: string;
  /** for who gives all teams one calendar */
  readonly site_edit: string;
  readonly calendars: readonly ToldCalendar[];
  readonly teams: readonly { readonly team: string; readonly name: string; readonly calendar: string | null; readonly edit: string }[];
  readonly reps: readonly {
    readonly rep: string;
    readonly name: string;
    readonly team: string;
    readonly active: boolean;
    readonly calendar: string | null;
    readonly days_off: readonly string[];
    readonly edit: string;
  }[];
}

export async function calendarList(dataSource: DataSource, { now }: Here): Promise<CalendarList> {
  const { configured, configuration } = await inSnapshot(dataSource, readWorld);
  const feeds = await listFeeds(dataSource);
  const { teams, reps, calendars, site } = configuration;
  const toldTeams = Object.entries(teams).map(([team, versions]) => {
    const settings = inForce(versions, now);
    return { team, name: settings?.name ?? team, calendar: settings?.calendar ?? null, edit: editOf(setBy(configured, 'team.set', team)) };
  });
  const toldReps = Object.entries(reps).flatMap(([rep, versions]) => {
    const settings = inForce(versions, now);
    if (settings === null) return [];
    const { name, team, active, calendar, daysOff } = settings;
    return [{ rep, name, team, active, calendar, days_off: daysOff, edit: editOf(setBy(configured, 'rep.set', rep)) }];
  });
  const toldCalendars = Object.keys(calendars).flatMap((calendar): readonly ToldCalendar[] => {
    const told = toldCalendar(
      calendar,
      configured,
      configuration,
      now,
      feeds.filter((feed) => feed.calendar === calendar).map((feed) => ({ feed, source: sourceOf(feed.address) })),
    );
    return told === null ? [] : [told];
  });
  return {
    as_of: writeInstant(now),
    zone: site.at(-1)?.value.zone ?? 'UTC',
    site_edit: siteEdit(configured),
    calendars: toldCalendars,
    teams: toldTeams,
    reps: toldReps,
  };
}

type NamedFeed = { readonly feed: Parameters<typeof toldFeed>[0]; readonly source: string };

function toldCalendar(
  calendar: string,
  configured: readonly LeadclockEvent[],
  configuration: Configuration,
  now: number,
  feeds: readonly NamedFeed[],
): ToldCalendar | null {
  const set = setBy(configured, 'calendar.set', calendar);
  const sources = namedBy(set);
  const bySource = new Map(feeds.map(({ feed, source }) => [source, feed.id]));
  const [current, ...later] = versionsAhead(set, configuration.calendars, calendar, now).map(({ event: { data }, effect }): ToldVersion => {
    const holidays = data.holidays.map(({ date, name }) => ({ date, name, by: broughtBy(sources.get(date), bySource) }));
    return { effective_at: writeInstant(effect), zone: data.zone, week: data.week, holidays };
  });
  if (current === undefined) return null;
  const { isOpen, until } = openingAt(configuration.calendars[calendar] ?? null, now);
  const settings = calendarSettings({ ...current, holidays: current.holidays.map(({ date, name }) => ({ date, name })) });
  return {
    calendar,
    edit: calendarEdit(configured, calendar),
    ...current,
    open: isOpen,
    changes_at: until === null ? null : writeInstant(until),
    offset_min: offsetAt(current.zone, now) / 60_000,
    clock_changes: toldChanges(settings, now),
    later,
    feeds: feeds.map(({ feed }) => toldFeed(feed, now)),
    used_by: usedBy(calendar, configuration, now),
  };
}

const broughtBy = (source: string | undefined, feeds: ReadonlyMap<string, string>): string | null =>
  source?.startsWith(importSource) === true ? (feeds.get(source) ?? 'file') : null;

/** The changes of the clock in a year, from today on. */
export const toldChanges = (settings: CalendarSettings, now: number): readonly ToldChange[] =>
  clockChanges(settings.zone, now, now + YEAR_MS)
    .filter(({ date }) => date >= dateOf(settings.zone, now))
    .map((change) => {
      const { open, onTheWall } = openOn(settings, change);
      const { date, hours, from, to } = change;
      return { date, hours, from, to, open_ms: open, usual_ms: onTheWall };
    });

function usedBy(calendar: string, { teams, reps, policies }: Configuration, now: number): ToldCalendar['used_by'] {
  const having = (items: Configuration['teams'] | Configuration['reps'] | Configuration['policies']): readonly string[] =>
    Object.entries(items).flatMap(([id, versions]) =>
      inForce<{ calendar: string | null }>(versions, now)?.calendar === calendar ? [id] : [],
    );
  const ofTeams = having(teams);
  return {
    site: ofTeams.length > 0 && ofTeams.length === Object.keys(teams).length,
    teams: ofTeams,
    reps: having(reps),
    policies: having(policies),
  };
}
