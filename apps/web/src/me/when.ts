import { instantOf, localTime } from '../kpis/local-time.js';
import { addDays, dayIn } from '../team/days.js';

/** When to call back, in the order of the keys that choose it. */
export const whenChoices = ['tenMinutes', 'hour', 'tomorrow', 'own'] as const;
export type WhenChoice = (typeof whenChoices)[number];

export interface When {
  readonly choice: WhenChoice;
  /** of `own`: a date and time of the site's zone, `2026-03-17T14:32` */
  readonly own: string;
}

const MINUTE_MS = 60_000;
const YEAR_MS = 366 * 86_400_000;

/** The instant that is meant, epoch ms, or why none is. `now` is the server's clock, `zone` the site's. */
export function instantMeant({ choice, own }: When, now: number, zone: string): number | 'missing' | 'passed' | 'too_far' {
  if (choice === 'tenMinutes') return now + 10 * MINUTE_MS;
  if (choice === 'hour') return now + 60 * MINUTE_MS;
  const text = choice === 'tomorrow' ? `${addDays(dayIn(zone, now), 1)}T09:00` : own;
  const at = Date.parse(instantOf(zone, text) ?? '');
  if (Number.isNaN(at)) return 'missing';
  if (at <= now) return 'passed';
  return at > now + YEAR_MS ? 'too_far' : at;
}

/** What a field for an own time shows first: the next full quarter of an hour that is at least that far away. */
export const firstOwn = (now: number, zone: string): string => {
  const quarter = 15 * MINUTE_MS;
  return localTime(zone, Math.ceil((now + quarter) / quarter) * quarter);
};
