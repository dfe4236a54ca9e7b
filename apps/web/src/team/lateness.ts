import type { Row } from './answers.js';

/** Where bins of lateness begin, in milliseconds: the two limits of the product among them (fired 50 ms, shown 150 ms). */
export const latenessEdges = [0, 50, 150, 1_000, 5_000, 60_000] as const;

/** How late something was, over all alerts; milliseconds, null without any. */
export interface Late {
  readonly n: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  /** how many lie in each bin */
  readonly bins: readonly number[];
}

/** How late alerts were raised after they were due, and how late they were shown, of those that were: from the rows of `alert-lateness`. */
export function latenessOf(rows: readonly Row[]): { readonly raised: Late; readonly shown: Late } {
  const counted = rows.filter(({ excluded }) => excluded === null);
  return {
    raised: lateOf(counted.flatMap(({ value }) => (value === null ? [] : [Math.round(value * 1_000)]))),
    shown: lateOf(
      counted.flatMap(({ since, due }) =>
        since === undefined || since === null || due === null ? [] : [Date.parse(since) - Date.parse(due)],
      ),
    ),
  };
}

function lateOf(values: number[]): Late {
  values.sort((a, b) => a - b);
  const bins = latenessEdges.map(() => 0);
  for (const value of values) {
    const bin = Math.max(0, latenessEdges.filter((edge) => edge <= value).length - 1);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return { n: values.length, p50: percentile(values, 50), p99: percentile(values, 99), max: values.at(-1) ?? null, bins };
}

/** Between neighbours in a straight line, as everywhere. */
function percentile(sorted: readonly number[], percent: number): number | null {
  const place = (percent * (sorted.length - 1)) / 100;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
