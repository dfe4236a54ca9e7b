/** Sooner than this nobody is asked again, however soon he says; an alert is about minutes, so that no answer holds one back for longer than the other. */
const SHORTEST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * How long an answer asks to be left alone, milliseconds: its `Retry-After` in seconds, or as a date, which counts from the answer's own clock where it
 * shows one. null: it does not ask, or nobody can read it. `now`: epoch ms.
 */
export function retryAfterMs(header: string | undefined, date: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const clock = Date.parse(date ?? '');
  const asked = /^\d{1,10}$/.test(text) ? Number(text) * 1_000 : dateOf(text) - (Number.isNaN(clock) ? now : clock);
  return Number.isNaN(asked) ? null : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, asked));
}

/** A date of HTTP begins with the day's name; JavaScript would read much else as a date. */
const dateOf = (text: string): number => (/^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN);
