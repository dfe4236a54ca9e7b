import { toInstant, toWall } from '../calendar/zone.js';
import type { QuietHours } from '../configuration/configuration.js';

const minute = 60_000;
const day = 86_400_000;

/**
 * Until when nobody is to be told, of what falls due at an instant: the end of the quiet hours that hold it, in the zone; the instant itself
 * where none do. They begin at their first minute and have ended at their second; of a minute that comes twice when clocks go back the first
 * begins them, one that clocks leap over ends them at the leap.
 */
export function quietUntil(quiet: QuietHours | null, zone: string, at: number): number {
  if (quiet === null || quiet.from === quiet.to) return at;
  const today = Math.floor(toWall(zone, at) / day) * day;
  // those that began yesterday may still go on
  for (const begun of [today - day, today]) {
    const from = toInstant(zone, begun + quiet.from * minute);
    const to = toInstant(zone, begun + (quiet.to > quiet.from ? 0 : day) + quiet.to * minute);
    if (from <= at && at < to) return to;
  }
  return at;
}
