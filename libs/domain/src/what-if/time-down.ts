import type { AlertBeside } from './compare-told.js';

/** [from, to), epoch ms. */
export interface TimeDown {
  readonly from: number;
  readonly to: number;
}

/** So late an alert is not raised by a program that runs. */
const lateMs = 2_000;

/**
 * While the product told nobody, by the alerts that it raised late: from when each was to be told to when it was, joined where they overlap. A time in which
 * nothing fell due that still stood afterwards leaves no trace.
 */
export function timesDown(alerts: Iterable<AlertBeside>): readonly TimeDown[] {
  const late: TimeDown[] = [];
  for (const { then, replayed } of alerts)
    if (then !== null && replayed !== null && then.raised - replayed.raised > lateMs) late.push({ from: replayed.raised, to: then.raised });
  return joined(late);
}

/** The same times, each instant in one of them only. */
export function joined(times: readonly TimeDown[]): readonly TimeDown[] {
  const apart: TimeDown[] = [];
  for (const time of times.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && time.from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, time.to) };
    else apart.push(time);
  }
  return apart;
}
