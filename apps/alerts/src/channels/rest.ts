import { setTimeout as sleep } from 'node:timers/promises';

/** Rests for so many milliseconds, and no longer than until `stopping` is aborted. */
export async function rest(ms: number, stopping: AbortSignal): Promise<void> {
  if (ms > 0 && !stopping.aborted) await sleep(ms, undefined, { signal: stopping }).catch(() => undefined);
}
