import { toWall } from '@leadclock/domain/calendar/zone.js';
import { day, hour } from '../plan/floor.js';

/** Where a demo may be, from east to west, so that somewhere it is always afternoon. */
const places = [
  'Pacific/Auckland',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Bangkok',
  'Asia/Dubai',
  'Europe/Madrid',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Mexico_City',
  'America/Los_Angeles',
  'Pacific/Honolulu',
] as const;

const earliest = 11 * hour;
const latest = 19 * hour;
const best = 15 * hour;

/**
 * The zone of a demo floor: the machine's own while it is day there, else one where it is afternoon. At night a floor has nothing to show: few
 * leads come, and the figures of today are empty.
 */
export function demoZone(own: string, now: number): string {
  const isDay = (zone: string) => timeOfDay(zone, now) >= earliest && timeOfDay(zone, now) <= latest;
  if (isDay(own)) return own;
  const away = (zone: string) => Math.abs(timeOfDay(zone, now) - best);
  return places.reduce<string>((nearest, place) => (away(place) < away(nearest) ? place : nearest), places[0]);
}

const timeOfDay = (zone: string, now: number): number => {
  const wall = toWall(zone, now);
  return wall - Math.floor(wall / day) * day;
};
