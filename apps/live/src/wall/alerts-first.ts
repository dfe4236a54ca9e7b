import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from '@leadclock/runtime/readiness.js';

/** So long the alerts of the same program may read before the screens do. */
const atMostMs = 5_000;
const lookEveryMs = 20;

/**
 * Resolves when the alerts of this program have begun, if it has any. Who has waited for an alert while nothing ran comes before the screens: reading
 * all facts would take its time from reading the deadlines.
 */
export async function alertsFirst(readiness: Readiness, isStopped: () => boolean): Promise<void> {
  const until = performance.now() + atMostMs;
  while (!isStopped() && readiness.isWaitedFor('alerts') && performance.now() < until) await pause(lookEveryMs);
}
