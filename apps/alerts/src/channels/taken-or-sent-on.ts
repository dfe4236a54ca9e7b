import { failed, type Sent } from './sent.js';

/** What every receiver means by an answer of 2xx or 3xx; null: it refuses, and each says in its own way for how long. */
export function takenOrSentOn(status: number): Sent | null {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) return failed(`answered ${status}: redirects are not followed, name the address itself`);
  return null;
}
