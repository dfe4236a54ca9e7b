import { exampleDeadlines } from '@leadclock/domain/calendar/example-deadlines.js';
import { openingAt } from '@leadclock/domain/calendar/openings.js';
import { offsetAt } from '@leadclock/domain/calendar/zone.js';
import { readCalendar } from '@leadclock/domain/configuration/calendar-entry.js';
import type { CalendarProblem } from '@leadclock/domain/configuration/calendar-problems.js';
import { calendarSettings } from '@leadclock/domain/configuration/settings.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import type { Here } from '../answer/answered.js';
import { type ToldChange, toldChanges } from './calendar-list.js';

/** The target that examples are shown with: five minutes, as without any policy. */
const TARGET_MS = 300_000;

/** `POST /v1/calendars/preview`: what a calendar would do. */
export interface CalendarPreview {
  readonly open: boolean;
  readonly changes_at: string | null;
  readonly offset_min: number;
  readonly hours_per_week: number;
  readonly examples: readonly { readonly arrives: string; readonly due: string; readonly working_ms: number; readonly wall_ms: number }[];
  readonly clock_changes: readonly ToldChange[];
}

export type Previewed =
  | { readonly ok: true; readonly body: CalendarPreview }
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] };

export function previewCalendar(body: unknown, { now }: Here): Previewed {
  const read = readCalendar(body);
  if (!read.ok) return read;
  const settings = calendarSettings(read.asked.data);
  const calendar = [{ effect: 0, time: 0, source: '', id: '', value: settings }];
  const { isOpen, until } = openingAt(calendar, now);
  const minutes = Object.values(settings.week)
    .flat()
    .reduce((sum, [from, to]) => sum + to - from, 0);
  const examples = exampleDeadlines(calendar, now, TARGET_MS).map(({ arrives, due, working, wall }) => ({
    arrives: writeInstant(arrives),
    due: writeInstant(due),
    working_ms: working,
    wall_ms: wall,
  }));
  return {
    ok: true,
    body: {
      open: isOpen,
      changes_at: until === null ? null : writeInstant(until),
      offset_min: offsetAt(settings.zone, now) / 60_000,
      hours_per_week: minutes / 60,
      examples,
      clock_changes: toldChanges(settings, now),
    },
  };
}
