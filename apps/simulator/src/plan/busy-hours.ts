import { toInstant, toWall } from '@leadclock/domain/calendar/zone.js';
import { day, hour, minute } from './floor.js';
import type { Random } from './random.js';

/** How many leads come in each hour of a weekday, as a share of a busy one: forms are filled in at night, too. */
const byHour = [
  0.16, 0.1, 0.07, 0.06, 0.07, 0.12, 0.25, 0.5, 0.8, 0.95, 1, 1, 0.95, 0.85, 0.9, 1, 1, 0.95, 0.9, 0.8, 0.7, 0.55, 0.4, 0.26,
] as const;
/** Sunday first, as UTC days are numbered. */
const byWeekday = [0.6, 1, 1, 0.98, 0.96, 0.9, 0.7] as const;

/** Calls and meetings happen in these hours of the floor's days. */
const opens = 8 * hour;
const closes = 20 * hour;

/** How busy the hour that begins at `from` is, as a share of a busy hour. */
export function busyness(zone: string, from: number): number {
  const wall = new Date(toWall(zone, from));
  return (byHour[wall.getUTCHours()] ?? 0) * (byWeekday[wall.getUTCDay()] ?? 0);
}

/** The instant itself while the floor is open, else some minutes after it opens again; Sundays are free. */
export function whenOpen(zone: string, at: number, random: Random): number {
  const wall = toWall(zone, at);
  const midnight = Math.floor(wall / day) * day;
  const free = new Date(midnight).getUTCDay() === 0;
  if (!free && wall >= midnight + opens && wall < midnight + closes) return at;
  let morning = !free && wall < midnight + opens ? midnight : midnight + day;
  if (new Date(morning).getUTCDay() === 0) morning += day;
  return toInstant(zone, morning + opens) + Math.round(random.between(1, 90) * minute);
}
