import type { GoodNews } from '@leadclock/live-protocol/protocol.js';

export const NEWS_EVERY_MS = 8_000;

/** The good news on show at an instant: each for 8 s, by the server's clock, so that screens side by side say the same. */
export function newsAt(news: readonly GoodNews[], asOf: number): GoodNews | null {
  if (news.length === 0) return null;
  return news[Math.floor(asOf / NEWS_EVERY_MS) % news.length] ?? null;
}
