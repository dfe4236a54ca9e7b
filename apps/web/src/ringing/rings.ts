import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { tellingOf } from './live-alert.js';

/** Which of them to ring for: each once in the life of the browser, and never for one that was taken back. */
export const toRing = (mine: readonly LiveAlert[], rung: ReadonlySet<string>): readonly LiveAlert[] =>
  mine.filter((alert) => !alert.retracted && !rung.has(tellingOf(alert)));

/** How many rings a browser remembers: more than can be open at once, each with its sound, on the pages of reps and of managers. */
export const RINGS_KEPT = 1_000;

/** The list of rings after one more, the latest last. */
export const withRing = (rung: readonly string[], alert: string): readonly string[] =>
  rung.includes(alert) ? rung : [...rung, alert].slice(-RINGS_KEPT);

/** A remembered list of rings; what cannot be read is an empty one. */
export function readRings(text: string | null): readonly string[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
