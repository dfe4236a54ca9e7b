import { textDigest } from '@leadclock/domain/events/identity.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Between 0 and 1, by chance for who does not know the feed: many programs that read one address do not do so at once. */
const chance = (feed: string, at: number): number => Number.parseInt(textDigest(`${feed} ${at}`).slice(0, 8), 16) / 0x1_0000_0000;

/** When a feed that was read is read again: within a day, up to two hours earlier. */
export const afterSuccess = (feed: string, at: number): number => at + Math.round(DAY_MS - chance(feed, at) * 2 * HOUR_MS);

/** When one that has failed `failures` times is tried again: after an hour, then twice as long each time, within a day. */
export const afterFailure = (feed: string, at: number, failures: number): number =>
  at + Math.round(Math.min(DAY_MS, HOUR_MS * 2 ** Math.min(failures - 1, 10)) * (1 - 0.1 * chance(feed, at)));
