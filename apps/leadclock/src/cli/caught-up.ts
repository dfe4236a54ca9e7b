import { setTimeout as pause } from 'node:timers/promises';
import type { ProjectorStatus } from '@leadclock/projector/status/projector-status.js';

export interface Waiting {
  /** records in the spool */
  readonly spooled: number;
  readonly status: ProjectorStatus;
}

/** What stands between now and the read model holding all that the log held at `heads`; null when nothing does. */
export function whatIsMissing({ spooled, status }: Waiting, heads: ReadonlyMap<number, number>): string | null {
  if (spooled > 0) return `${spooled} events wait in the spool for the log`;
  const behind = status.partitions.filter(({ partition, next }) => next < (heads.get(partition) ?? 0));
  if (behind.length > 0) return `${status.behind} events wait for the projector`;
  if (status.sweeping.length > 0) return `${status.sweeping.length} partitions take up new configuration`;
  if (status.refolding > 0) return `${status.refolding} merged leads wait to be folded anew`;
  return null;
}

const STEP_MS = 50;
/** Nothing moved for this long: the projector is not running or cannot work. */
const PATIENCE_MS = 60_000;

/** Waits until nothing is missing; fails when nothing has moved for a minute, saying what it waited for. */
export async function waitUntilCaughtUp(look: () => Promise<Waiting>, heads: () => Promise<ReadonlyMap<number, number>>): Promise<void> {
  let left: ReadonlyMap<number, number> | null = null;
  let last = '';
  let movedAt = Date.now();
  for (;;) {
    const now = await look();
    // the heads that the import left are known once the spool is empty
    if (now.spooled === 0) left ??= await heads();
    const missing = whatIsMissing(now, left ?? new Map());
    if (missing === null && left) return;
    const seen = JSON.stringify([now.spooled, now.status.partitions, now.status.sweeping, now.status.refolding]);
    if (seen !== last) movedAt = Date.now();
    last = seen;
    if (Date.now() - movedAt > PATIENCE_MS) {
      throw new Error(
        `the events are safe in the log, but nothing has moved for ${PATIENCE_MS / 1000} s: ${missing ?? 'the log'}; leadclock doctor says more`,
      );
    }
    await pause(STEP_MS);
  }
}
