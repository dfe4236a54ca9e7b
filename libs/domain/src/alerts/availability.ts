import { workingBetween, workingCalendar } from '../calendar/working-time.js';
import { dateOf } from '../calendar/zone.js';
import type { Configuration, RepSettings } from '../configuration/configuration.js';
import { inForce, latest, versionsOf } from '../configuration/in-force.js';
import type { repStatuses } from '../events/other-events.js';

export type RepStatus = (typeof repStatuses)[number];

/** Why a rep gets no lead now. */
export type Unavailable = 'gone' | 'day_off' | 'closed' | 'away' | 'on_call';

/**
 * Whether a rep can be given a lead at an instant; null: he can. He must be active, not on a day off (of the site's zone), within the hours of his
 * own calendar, else his team's, else at any hour; and have said neither that he is away nor on a call. Who never said anything is available.
 */
export function whyUnavailable(configuration: Configuration, rep: string, status: RepStatus | null, at: number): Unavailable | null {
  const settings = inForce(versionsOf(configuration.reps, rep), at);
  if (settings?.active !== true) return 'gone';
  const zone = latest(configuration.site)?.zone ?? 'UTC';
  if (settings.daysOff.includes(dateOf(zone, at))) return 'day_off';
  const calendar = workingCalendar(configuration, hoursOf(configuration, settings, at));
  if (workingBetween(calendar, at, at + 1) === 0) return 'closed';
  return status === null || status === 'available' ? null : status;
}

/** The calendar in whose hours a rep works: his own, else his team's; null: at any hour. */
export function hoursOf(configuration: Configuration, { calendar, team }: RepSettings, at: number): string | null {
  return calendar ?? inForce(versionsOf(configuration.teams, team), at)?.calendar ?? null;
}
