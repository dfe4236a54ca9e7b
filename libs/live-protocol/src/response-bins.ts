import type { ResponseBin } from './funnel-step.js';

/** Where the nine bins begin, in seconds. An answer on an edge belongs to the bin before it: exactly the target is in target. */
export const binStarts = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600] as const;

/** The bin of a time to the first answer, from 0. */
export function binOf(seconds: number): number {
  const next = binStarts.findIndex((from) => from > 0 && seconds <= from);
  return next === -1 ? binStarts.length - 1 : next - 1;
}

/** The nine bins with how many answers lie in each; `countOf` is handed a bin's number and its start in seconds. */
export const responseBinsBy = (countOf: (bin: number, fromSeconds: number) => number): ResponseBin[] =>
  binStarts.map((fromSeconds, bin) => ({ fromSeconds, toSeconds: binStarts[bin + 1] ?? null, count: countOf(bin, fromSeconds) }));
