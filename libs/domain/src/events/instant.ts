import { z } from 'zod';

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const fix = 'give RFC 3339 with an offset, such as 2026-11-01T09:00:00.000Z or 2026-11-01T10:00:00+01:00';
const shape = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const withoutOffset = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const dateAlone = /^\d{4}-\d\d-\d\d$/;

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month, 1 to 12. */
export function daysOfMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !leap ? 28 : (monthDays[month - 1] ?? 0);
}

/** Two digits of a text as a number; NaN when they are none. */
function two(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48;
  const b = text.charCodeAt(at + 1) - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN;
}

/** The form that we write ourselves (2026-11-01T09:00:00.000Z), without a regular expression; NaN for any other. */
function ownForm(text: string): number {
  if (text.length !== 24 || text.charCodeAt(10) !== 84 || text.charCodeAt(23) !== 90) return Number.NaN;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58) return Number.NaN;
  if (text.charCodeAt(16) !== 58 || text.charCodeAt(19) !== 46) return Number.NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const millisecond = two(text, 20) * 10 + text.charCodeAt(22) - 48;
  if (!(year >= 1900 && day >= 1 && day <= daysOfMonth(year, month) && hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  const last = text.charCodeAt(22);
  return last >= 48 && last <= 57 ? Date.UTC(year, month - 1, day, hour, minute, second, millisecond) : Number.NaN;
}

/** What reading a time gives: epoch milliseconds, or what is wrong and how to mend it. */
export type InstantRead = { readonly ok: true; readonly at: number } | { readonly ok: false; readonly problem: string };

const bad = (problem: string): InstantRead => ({ ok: false, problem });

/**
 * Reads an RFC 3339 time with offset, cut (not rounded) to the millisecond. A leap second (23:59:60 UTC at the end of a month)
 * is the first second of the next day, as in POSIX time. Years 1900 to 9999.
 */
export function readInstant(text: string): InstantRead {
  const own = ownForm(text);
  if (!Number.isNaN(own)) return { ok: true, at: own };
  const parts = text.length <= 64 ? shape.exec(text) : null;
  if (parts === null) {
    if (dateAlone.test(text)) return bad(`is a date alone; ${fix}`);
    return bad(withoutOffset.test(text) ? `has no offset, so its instant is not known; ${fix}` : `is no time; ${fix}`);
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6])];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month))) return bad(`is a day that no calendar has; ${fix}`);
  if (!(hour < 24 && minute < 60 && second <= 60)) return bad(`is a time that no clock shows; ${fix}`);
  const [offsetHour, offsetMinute] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (!(offsetHour < 24 && offsetMinute < 60)) return bad(`has an impossible offset; ${fix}`);
  const offset = (parts[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000;
  const wholeSecond = new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000 - offset;
  // as POSIX has it, 23:59:60 is the same number as 00:00:00 of the next day, here the first of a month
  if (second === 60 && (wholeSecond % 86_400_000 !== 0 || new Date(wholeSecond).getUTCDate() !== 1)) {
    return bad(`has second 60, which is only at the end of a month, at 23:59 UTC; ${fix}`);
  }
  const at = wholeSecond + Number(`${parts[7] ?? ''}000`.slice(0, 3));
  return at >= earliest && at <= latest
    ? { ok: true, at }
    : bad('is outside of the years 1900 to 9999; check the clock or the unit of the sender');
}

const dayMs = 86_400_000;
/** `00` to `99` */
const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const threeDigits: readonly string[] = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

/** The day that was written last, since most times of a batch lie in one. */
let written = { day: Number.NaN, text: '' };

/** Epoch milliseconds as the one form that we write: UTC, three decimals. Throws on what is no instant. */
export function writeInstant(at: number): string {
  const instant = Math.trunc(at);
  const day = Math.floor(instant / dayMs);
  if (day !== written.day) written = { day, text: new Date(instant).toISOString().slice(0, -13) };
  const time = instant - day * dayMs;
  const seconds = Math.floor(time / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}`;
  return `${written.text}${clock}.${threeDigits[time % 1000]}Z`;
}

/** Epoch milliseconds of a time inside `data` (already checked and in our own form). */
export const instantOf = (text: string): number => Date.parse(text);

/** A time inside `data`, kept in our own form, so that text order is time order. Read it with `instantOf`. */
export const Instant = z
  .string()
  .meta({ format: 'date-time' })
  .transform((text, context) => {
    const read = readInstant(text);
    if (read.ok) return writeInstant(read.at);
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });
