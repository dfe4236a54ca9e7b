import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';

/** Where the nine bins begin, in seconds. An answer on an edge belongs to the bin before it: exactly the target is in target. */
const binStarts = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600] as const;

/** The bin of a time to the first answer, from 0. */
export function binOf(seconds: number): number {
  const next = binStarts.findIndex((from) => from > 0 && seconds <= from);
  return next === -1 ? binStarts.length - 1 : next - 1;
}

/** First answers, in seconds, counted into the nine bins. */
export function binsOf(answers: Iterable<number>): readonly ResponseBin[] {
  const counts = binStarts.map(() => 0);
  for (const seconds of answers) {
    const bin = binOf(seconds);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return binStarts.map((fromSeconds, bin) => ({ fromSeconds, toSeconds: binStarts[bin + 1] ?? null, count: counts[bin] ?? 0 }));
}

/** Whether all of a bin lies beyond the target. */
export const isLateBin = ({ fromSeconds }: ResponseBin, targetSeconds: number): boolean => fromSeconds >= targetSeconds;

/** Where the target stands among bins of equal width, in bins from the left; null: beyond the last edge. */
export function targetPlace(bins: readonly ResponseBin[], targetSeconds: number): number | null {
  const bin = bins.findIndex(
    ({ fromSeconds, toSeconds }) => fromSeconds <= targetSeconds && toSeconds !== null && targetSeconds <= toSeconds,
  );
  const at = bins[bin];
  if (at === undefined || at.toSeconds === null) return null;
  return bin + (targetSeconds - at.fromSeconds) / (at.toSeconds - at.fromSeconds);
}
