import type { Win } from '@leadclock/live-protocol/protocol.js';
import type { FeedList, Happening } from '../rooms/feed-list.js';

const shownMs = 600_000;
const shown = 3;
const TEN_THOUSANDTHS = 10_000;

/** The deals won in the last ten minutes, the latest first. */
export const recentWins = (feed: FeedList, now: number): readonly Happening[] => feed.wonSince(now - shownMs, shown);

/** A fact's ten-thousandths in the smallest unit that the currency has. */
export function amountOf(value: number | null, currency: string | null): Pick<Win, 'amount' | 'currency'> {
  if (value === null || currency === null) return { amount: null, currency: null };
  return { amount: Math.round((value / TEN_THOUSANDTHS) * 10 ** digitsOf(currency)), currency };
}

function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // a currency of the catalogue that Intl does not know
    return 2;
  }
}
