const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** A wait as a clock shows it: `m:ss`, from an hour on `h:mm`, from 100 hours on whole days with the given sign; five characters at most. */
export function formatWait(ms: number, dayAs: (days: number) => string): string {
  const seconds = Math.floor(ms / 1_000);
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)}:${twoDigits(seconds % MINUTE)}`;
  if (seconds < 100 * HOUR) return `${Math.floor(seconds / HOUR)}:${twoDigits(Math.floor((seconds % HOUR) / MINUTE))}`;
  return dayAs(Math.floor(seconds / DAY));
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** A target as a label says it: whole hours or minutes where they say it all, else a clock (90 s is 1:30). */
export type TargetLabel = { readonly unit: 'hour' | 'minute'; readonly count: number } | { readonly clock: string };

export function targetLabel(seconds: number): TargetLabel {
  if (seconds > HOUR && seconds % HOUR === 0) return { unit: 'hour', count: seconds / HOUR };
  if (seconds >= MINUTE && seconds % MINUTE === 0) return { unit: 'minute', count: seconds / MINUTE };
  return { clock: `${Math.floor(seconds / MINUTE)}:${twoDigits(Math.floor(seconds % MINUTE))}` };
}
