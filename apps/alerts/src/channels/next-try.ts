const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the first try, the second … ; soon at first, as an alert is about minutes. */
const pauses = [5 * second, 20 * second, minute, 5 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 4 * hour];

/** Older than this a message is given up. */
export const TRIED_FOR_MS = 24 * hour;

/**
 * When a message is tried again that was made at one instant and failed for the `tries`th time at another, unless the other side has said for how long
 * (milliseconds) it wants to be left alone; null: it is given up. All epoch ms.
 */
export function nextTry(tries: number, madeAt: number, now: number, asked: number | null = null): number | null {
  const at = now + (asked ?? pauses[tries - 1] ?? 4 * hour);
  return at > madeAt + TRIED_FOR_MS ? null : at;
}
