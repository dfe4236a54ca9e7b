import { percentile } from '../measure/percentile.mjs';

/** Of a list of numbers: n, and its median, 99th percentile and greatest, whole. */
export function percentiles(values) {
  const at = (share) => Math.round(percentile(values, share));
  return { n: values.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
