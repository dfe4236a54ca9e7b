import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { binOf, binStarts, responseBinsBy } from '@leadclock/live-protocol/response-bins.js';

/** First answers, in seconds, counted into the nine bins. */
export function binsOf(answers: Iterable<number>): readonly ResponseBin[] {
  const counts = binStarts.map(() => 0);
  for (const seconds of answers) {
    const bin = binOf(seconds);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return responseBinsBy((bin) => counts[bin] ?? 0);
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
