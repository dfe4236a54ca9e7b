import { newKey } from '../../console/commands.js';
import type { Holiday, Version, Week } from './calendar-answers.js';
import { writeTime } from './time-of-day.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Hours while somebody types them. `key` tells the rows of the form apart. */
export interface IntervalDraft {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

export interface HolidayDraft {
  readonly key: string;
  readonly date: string;
  readonly name: string;
}

export type WeekDraft = Readonly<Record<Weekday, readonly IntervalDraft[]>>;

/** A calendar while somebody types it: texts are as they were typed. */
export interface CalendarDraft {
  readonly id: string;
  readonly zone: string;
  readonly week: WeekDraft;
  /** those that people enter; what files and addresses brought is not the form's */
  readonly holidays: readonly HolidayDraft[];
  /** RFC 3339; null: from the moment that it is saved */
  readonly from: string | null;
  /** it may begin in the past: what has come since is judged anew */
  readonly judgesHistory: boolean;
}

export const newInterval = (from = '', to = ''): IntervalDraft => ({ key: newKey(), from, to });
export const newHoliday = (): HolidayDraft => ({ key: newKey(), date: '', name: '' });
const copied = (intervals: readonly IntervalDraft[]): readonly IntervalDraft[] => intervals.map(({ from, to }) => newInterval(from, to));

/** The calendar that a version makes, to be changed; `from`: when it comes into force if that lies ahead. */
export function draftOf(id: string, { zone, week, holidays }: Omit<Version, 'effective_at'>, from: string | null): CalendarDraft {
  return {
    id,
    zone,
    week: weekOf((day) => (week[day] ?? []).map(([start, end]) => newInterval(start, end))),
    holidays: holidays.filter(({ by }) => by === null).map(({ date, name }) => ({ key: newKey(), date, name })),
    from,
    judgesHistory: false,
  };
}

/** What a new calendar begins with: the usual hours of an office. */
export const newCalendar = (zone: string): CalendarDraft =>
  draftOf('', { zone, week: Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, [['09:00', '18:00']]])), holidays: [] }, null);

const weekOf = (intervals: (day: Weekday) => readonly IntervalDraft[]): WeekDraft => ({
  mon: intervals('mon'),
  tue: intervals('tue'),
  wed: intervals('wed'),
  thu: intervals('thu'),
  fri: intervals('fri'),
  sat: intervals('sat'),
  sun: intervals('sun'),
});

/** Gives days the hours of another one. */
export const copyDay = (week: WeekDraft, from: Weekday, to: readonly Weekday[]): WeekDraft =>
  weekOf((day) => (day !== from && to.includes(day) ? copied(week[from]) : week[day]));

/** Every day from midnight to midnight. */
export const aroundTheClock = (): WeekDraft => weekOf(() => [newInterval('00:00', '24:00')]);

/** The calendar as the server takes it, its days in the order in which they are listed. */
export function writtenOf({ zone, week, holidays, from, judgesHistory }: CalendarDraft) {
  return {
    zone: zone.trim(),
    week: hoursOf(week),
    holidays: holidays.map(({ date, name }) => ({ date, name: name.trim() })),
    ...(from !== null && { effective_from: from }),
    ...(from !== null && judgesHistory && { judge_history: true }),
  };
}

export const hoursOf = (week: WeekDraft): Week =>
  Object.fromEntries(weekdays.map((day) => [day, week[day].map(({ from, to }) => [writeTime(from), writeTime(to)])]));

/** What files and addresses brought, beside what is entered; the days that both name are entered already. */
export const alsoClosed = (imported: readonly Holiday[], entered: readonly HolidayDraft[]): readonly Holiday[] =>
  imported.filter(({ by, date }) => by !== null && entered.every((holiday) => holiday.date !== date));

/** Whether two drafts say the same. */
export const isSameDraft = (a: CalendarDraft, b: CalendarDraft): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

const plain = (draft: CalendarDraft) => [draft.id, writtenOf(draft), draft.judgesHistory];
