import { safeLocale } from './locale.js';

/** The clock of the site: HH:MM, or the 12-hour time where the region has it; with seconds where they matter. */
export function clockFormat(locale: string, zone: string, seconds = false): (instant: number) => string {
  const base = safeLocale(locale) ?? 'en';
  const timeZone = safeZone(zone);
  const rest: Intl.DateTimeFormatOptions = { minute: '2-digit', timeZone, ...(seconds ? { second: '2-digit' } : {}) };
  const plain = new Intl.DateTimeFormat(base, { hour: 'numeric', ...rest });
  const twelve = plain.resolvedOptions().hour12 === true;
  const format = twelve ? plain : new Intl.DateTimeFormat(base, { hour: '2-digit', hourCycle: 'h23', ...rest });
  return (instant) => format.format(instant);
}

/** The clock of the site, with day and month in front where the instant is not of the same day as `now`. */
export function momentFormat(locale: string, zone: string): (instant: number, now: number) => string {
  const [clock, otherDay] = [clockFormat(locale, zone), otherDayFormat(locale, zone)];
  return (instant, now) => {
    const day = otherDay(instant, now);
    return day === null ? clock(instant) : `${day}, ${clock(instant)}`;
  };
}

/** Day and month of an instant at the site; null: it is of the same day as `now`. */
export function otherDayFormat(locale: string, zone: string): (instant: number, now: number) => string | null {
  const day = new Intl.DateTimeFormat(safeLocale(locale) ?? 'en', { day: 'numeric', month: 'short', timeZone: safeZone(zone) });
  return (instant, now) => {
    const is = day.format(instant);
    return is === day.format(now) ? null : is;
  };
}

const safeZone = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** A share as the region writes it, taken apart so that a tile can set digits and sign in two sizes; the sign may come first. */
export function percentParts(locale: string, share: number): { digits: string; sign: string; signFirst: boolean } {
  const parts = percentFormat(locale).formatToParts(share);
  const signAt = parts.findIndex((part) => part.type === 'percentSign');
  const digits = parts.filter((part) => part.type === 'integer' || part.type === 'group').map((part) => part.value);
  const spaced = parts.some((part) => part.type === 'literal');
  return { digits: digits.join(''), sign: `${spaced ? '\u202f' : ''}${parts[signAt]?.value ?? '%'}`, signFirst: signAt === 0 };
}

/** A share in running text. */
export const formatPercent = (locale: string, share: number): string => percentFormat(locale).format(share);

const percentFormat = (locale: string): Intl.NumberFormat =>
  new Intl.NumberFormat(safeLocale(locale) ?? 'en', { style: 'percent', maximumFractionDigits: 0 });
