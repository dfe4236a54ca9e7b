import type { Configuration } from '../configuration/configuration.js';
import { latest, versionsOf } from '../configuration/in-force.js';
import { siteOf } from '../kpi/site.js';

/** The zone in which a team's week is shown: that of its calendar as it was set last, else the site's; `team` null: the site's. */
export function calendarZone(configuration: Configuration, team: string | null): string {
  const id = team === null ? null : (latest(versionsOf(configuration.teams, team))?.calendar ?? null);
  const calendar = id === null ? null : latest(versionsOf(configuration.calendars, id));
  return calendar?.zone ?? siteOf(configuration).zone;
}
