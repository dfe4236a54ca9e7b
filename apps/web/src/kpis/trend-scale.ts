import type { Group } from './answers.js';
import type { GroupKey } from './question.js';
import type { Bucket } from './view.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** steps of an axis of durations, in seconds, that people count in */
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200] as const;
const days = 86_400;
const MOST_STEPS = 4;

/** The axis under values: from 0, or from below where they go there, in at most so many round steps. */
export function axisOf(
  values: readonly number[],
  unit: string,
): { readonly marks: readonly number[]; readonly low: number; readonly high: number } {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const least = (top - bottom) / MOST_STEPS || (unit === 'ratio' ? 0.25 : 1);
  const step = unit === 's' ? (timeSteps.find((one) => one >= least) ?? roundStep(least / days) * days) : roundStep(least);
  // what is counted has no halves
  const whole = unit === 'ratio' || unit === 'points' || unit === 's' ? step : Math.ceil(step);
  const [from, to] = [Math.floor(bottom / whole + 1e-9), Math.max(Math.ceil(top / whole - 1e-9), Math.floor(bottom / whole) + 1)];
  const marks = Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * whole).toPrecision(12)));
  return { marks, low: marks[0] ?? 0, high: marks[marks.length - 1] ?? 1 };
}

/** 1, 2, 2.5 or 5 times a power of ten, at least so much. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= least - power * 1e-9) ?? 10 * power;
}

/** The step of a trend that suits a stretch of time, in ms; null: all time. */
export function bucketFor(lengthMs: number | null): Bucket {
  if (lengthMs === null) return 'day';
  if (lengthMs <= 2 * DAY) return 'hour';
  if (lengthMs <= 100 * DAY) return 'day';
  return lengthMs <= 800 * DAY ? 'week' : 'month';
}

/** The group of a bucket that a line is drawn through: the one with these members, as far as its key has them; else the first. */
export function memberOf(groups: readonly Group[], wanted: GroupKey | null): Group | undefined {
  if (wanted === null) return groups[0];
  return groups.find(({ key }) => Object.entries(key).every(([dimension, value]) => !(dimension in wanted) || wanted[dimension] === value));
}
