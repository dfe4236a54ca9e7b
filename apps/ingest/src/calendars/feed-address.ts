import { sourceOf } from '@leadclock/domain/configuration/plan-holidays.js';
import { textDigest } from '@leadclock/domain/events/identity.js';

/** Where holidays are read from; null: the words are no http, https or webcal address. Calendar programs write webcal for https. */
export function feedAddress(words: string): URL | null {
  const written = words.trim().replace(/^webcal:\/\//i, 'https://');
  return /^https?:\/\//i.test(written) && URL.canParse(written) ? new URL(written) : null;
}

/** The id of a feed: one calendar reads one address once. */
export const feedId = (calendar: string, address: URL): string => textDigest(`${calendar}\n${address.href}`).slice(0, 24);

/** Source of the events by which its holidays come in, the same as those of an import from there. */
export const feedSource = (address: string): string => sourceOf(address);
