import { useLingui } from '@lingui/react/macro';
import { useFormattingLocale } from '../../console/use-console.js';
import { durationText } from '../../i18n/durations.js';
import type { Calendar, CalendarList, Week } from './calendar-answers.js';
import { type Weekday, weekdays } from './calendar-draft.js';
import type { DayRange } from './day-ranges.js';

/** What calendars say, in the language on screen. */
export function useCalendarWords() {
  const { t } = useLingui();
  const locale = useFormattingLocale();
  const date = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const day = (written: string): string => date.format(Date.parse(written));
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return {
    number: (value: number): string => number.format(value),
    list: (words: readonly string[]): string => all.format(words),
    /** a date, yyyy-mm-dd */
    day,
    days: ({ from, to }: DayRange): string => (from === to ? day(from) : date.formatRange(Date.parse(from), Date.parse(to))),
    weekday: (name: Weekday, width: 'long' | 'short' = 'long'): string =>
      new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(name))),
    /** an instant with its day, by a zone's clock */
    moment: (instant: string, zone: string): string =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', ...clock, timeZone: zone }).format(
        Date.parse(instant),
      ),
    /** what a zone's clock shows */
    clock: (instant: string, offsetMinutes: number): string =>
      new Intl.DateTimeFormat(locale, { ...clock, timeZone: 'UTC' }).format(Date.parse(instant) + offsetMinutes * 60_000),
    hours: (intervals: Week[Weekday]): string =>
      intervals === undefined || intervals.length === 0 ? t`closed` : intervals.map(([from, to]) => `${from}–${to}`).join(', '),
    dayLength: (hours: number): string => new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(hours),
    duration: (ms: number): string => durationText(locale, ms / 1_000),
  };
}

/** Who works in a calendar, by name. */
export function useUsedBy({ teams, reps }: Pick<CalendarList, 'teams' | 'reps'>) {
  const { t } = useLingui();
  const { list } = useCalendarWords();
  return ({ site, teams: ofTeams, reps: ofReps, policies }: Calendar['used_by']): string => {
    const named = [
      ...(site ? [t`all teams`] : ofTeams.map((id) => teams.find(({ team }) => team === id)?.name ?? id)),
      ...ofReps.map((id) => reps.find(({ rep }) => rep === id)?.name ?? id),
      ...policies.map((policy) => t`the policy “${policy}”`),
    ];
    return named.length === 0 ? t`nobody yet` : list(named);
  };
}
