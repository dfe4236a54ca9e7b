import type { DataOf } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { instantOf, writeInstant } from '../events/instant.js';
import { buildConfiguration } from './build-configuration.js';
import type { AskedCalendar, AskedHours, AskedUse } from './calendar-entry.js';
import type { CalendarProblem } from './calendar-problems.js';
import type { Configuration } from './configuration.js';
import { type Holiday, importSource, namedBy } from './holidays-named-by.js';
import { calendarSettings } from './settings.js';
import { editOf, setBy, versionsAhead } from './versions-ahead.js';

/** An event that is to be told. */
export type ToldSetting =
  | { readonly type: 'calendar.set'; readonly subject: string; readonly data: DataOf<'calendar.set'> }
  | { readonly type: 'team.set'; readonly subject: string; readonly data: DataOf<'team.set'> }
  | { readonly type: 'rep.set'; readonly subject: string; readonly data: DataOf<'rep.set'> };

/** What setting hours comes to; `told` is empty: it stands as it is. */
export type HoursPlan =
  | { readonly kind: 'told'; readonly told: readonly ToldSetting[] }
  | { readonly kind: 'problems'; readonly problems: readonly CalendarProblem[] }
  /** somebody else has changed it since `seen`; null: there is no such thing */
  | { readonly kind: 'changed'; readonly edit: string }
  | { readonly kind: 'missing' };

interface Occasion {
  readonly events: readonly LeadclockEvent[];
  /** epoch milliseconds: now */
  readonly at: number;
  /** the state that the person has changed, see `editOf` */
  readonly seen: string;
}

/** What names the state of a calendar for who edits it. Holidays that came in from files and addresses are no change to him. */
export const calendarEdit = (events: readonly LeadclockEvent[], calendar: string): string =>
  editOf(setBy(events, 'calendar.set', calendar).filter(({ source }) => !source.startsWith(importSource)));

/** A calendar with the holidays that are entered, beside those that came in from elsewhere. */
export function planCalendar(calendar: string, { data, judgesHistory }: AskedCalendar, { events, at, seen }: Occasion): HoursPlan {
  const edit = calendarEdit(events, calendar);
  if (edit !== seen) return { kind: 'changed', edit };
  const effect = data.effective_from === undefined ? at : instantOf(data.effective_from);
  const set = setBy(events, 'calendar.set', calendar);
  const [before] = versionsAhead(set, buildConfiguration(events).calendars, calendar, effect);
  const origins = namedBy(set.filter(({ time }) => before !== undefined && time <= before.event.time));
  const imported = (before?.event.data.holidays ?? []).filter(({ date }) => origins.get(date)?.startsWith(importSource));
  const told = { ...data, holidays: joined(imported, data.holidays) };
  const isSame =
    before !== undefined && (data.effective_from === undefined || before.effect === effect) && sameCalendar(before.event.data, told);
  if (isSame) return { kind: 'told', told: [] };
  if (effect < at && !judgesHistory && seen !== '0')
    return { kind: 'problems', problems: [{ path: '$.effective_from', reason: 'past', problem: inThePast }] };
  return { kind: 'told', told: [{ type: 'calendar.set', subject: calendar, data: told }] };
}

const inThePast =
  'lies in the past: leads that have come since would be judged anew; leave it out, or say that history is to be judged anew';

/** By date; a day that is in both is called as it came in. */
function joined(imported: readonly Holiday[], entered: readonly Holiday[]): Holiday[] {
  const named = new Map([...entered, ...imported].map(({ date, name }) => [date, name]));
  return [...named].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function sameCalendar(a: DataOf<'calendar.set'>, b: DataOf<'calendar.set'>): boolean {
  const said = (data: DataOf<'calendar.set'>) => JSON.stringify([calendarSettings(data), data.holidays.map(({ name }) => name)]);
  return said(a) === said(b);
}

/** The calendar of one team, now and in what is set for later. */
export function planTeam(team: string, asked: AskedUse, occasion: Occasion): HoursPlan {
  const configuration = buildConfiguration(occasion.events);
  const set = setBy(occasion.events, 'team.set', team);
  if (set.length === 0) return { kind: 'missing' };
  if (editOf(set) !== occasion.seen) return { kind: 'changed', edit: editOf(set) };
  const problems = unknownCalendar(asked, configuration);
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'told', told: teamTold(team, asked, occasion, configuration) };
}

/** One calendar for all teams that there are: the site lends none itself. */
export function planSite(asked: AskedUse, occasion: Occasion): HoursPlan {
  const configuration = buildConfiguration(occasion.events);
  if (siteEdit(occasion.events) !== occasion.seen) return { kind: 'changed', edit: siteEdit(occasion.events) };
  const problems = unknownCalendar(asked, configuration);
  if (problems.length > 0) return { kind: 'problems', problems };
  const teams = Object.keys(configuration.teams);
  if (teams.length === 0) return { kind: 'missing' };
  return { kind: 'told', told: teams.flatMap((team) => teamTold(team, asked, occasion, configuration)) };
}

/** What names the state of all teams together. */
export const siteEdit = (events: readonly LeadclockEvent[]): string => {
  const { teams } = buildConfiguration(events);
  return editOf(Object.keys(teams).flatMap((team) => setBy(events, 'team.set', team)));
};

function teamTold(team: string, { calendar }: AskedUse, { events, at }: Occasion, { teams }: Configuration): readonly ToldSetting[] {
  return versionsAhead(setBy(events, 'team.set', team), teams, team, at).flatMap(({ event, effect }): readonly ToldSetting[] => {
    const { calendar: had = null, effective_from: _replaced, ...rest } = event.data;
    if (had === calendar) return [];
    return [{ type: 'team.set', subject: team, data: { ...rest, ...(calendar !== null && { calendar }), ...later(effect, at) } }];
  });
}

/** The calendar and the days off of a rep, now and in what is set for later. */
export function planRep(rep: string, asked: AskedHours, { events, at, seen }: Occasion): HoursPlan {
  const configuration = buildConfiguration(events);
  const set = setBy(events, 'rep.set', rep);
  if (set.length === 0) return { kind: 'missing' };
  if (editOf(set) !== seen) return { kind: 'changed', edit: editOf(set) };
  const problems = unknownCalendar(asked, configuration);
  if (problems.length > 0) return { kind: 'problems', problems };
  const { calendar, daysOff } = asked;
  const told = versionsAhead(set, configuration.reps, rep, at).flatMap(({ event, effect }): readonly ToldSetting[] => {
    const { calendar: had = null, days_off: off = [], effective_from: _replaced, ...rest } = event.data;
    if (had === calendar && JSON.stringify(off.toSorted()) === JSON.stringify(daysOff)) return [];
    const days = daysOff.length === 0 ? {} : { days_off: [...daysOff] };
    return [{ type: 'rep.set', subject: rep, data: { ...rest, ...(calendar !== null && { calendar }), ...days, ...later(effect, at) } }];
  });
  return { kind: 'told', told };
}

const later = (effect: number, at: number) => (effect > at ? { effective_from: writeInstant(effect) } : {});

function unknownCalendar({ calendar }: AskedUse, { calendars }: Configuration): readonly CalendarProblem[] {
  if (calendar === null || Object.hasOwn(calendars, calendar)) return [];
  const ids = Object.keys(calendars);
  const allowed = ids.length === 0 ? 'there are none yet' : `calendars are ${ids.join(', ')}`;
  return [{ path: '$.calendar', reason: 'unknown', problem: `is none that was set; ${allowed}`, near: ids }];
}
