import type { EventLog } from '@leadclock/event-log/event-log.js';
import { SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import { offsetsRead } from '@leadclock/read-model/queries/deadlines.query.js';
import type { DataSource } from 'typeorm';

/** Behind by more than this, what a partition's deadlines say may be taken back. */
export const MOST_BEHIND_MS = 2_000;
/** After a longer pause nothing is known of when what waits now came. */
const longestPause = 3_000;

interface Mark {
  readonly head: number;
  /** -Infinity: it was there before this process looked */
  readonly seenAt: number;
}

/**
 * For how long events have waited for the projector: what lies in the log behind the checkpoints, or in the spool. Counted from when this process
 * first saw them there, so that no record has to be read for it; what was there before it looked has waited for ever.
 */
export class Lag {
  private marks = new Map<number, readonly Mark[]>();
  /** the oldest record of the spool, and since when it was seen there */
  private spooled: { readonly at: number; readonly seenAt: number } | null = null;
  lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Pick<EventLog, 'ranges'>,
    /** milliseconds that no clock step can change */
    private readonly elapsed: () => number,
  ) {}

  /** Compares the heads of the log with the checkpoints; each second or so while anything is due. */
  async look(set: string): Promise<void> {
    const now = this.elapsed();
    const since = now - this.lookedAt <= longestPause ? now : Number.NEGATIVE_INFINITY;
    const before = since === now ? this.marks : new Map<number, readonly Mark[]>();
    // the heads first: what is read by then has been read
    const [ranges, { oldestAt }] = await Promise.all([this.log.ranges(), new SpoolTable(this.dataSource).depth()]);
    const nexts = new Map((await offsetsRead(this.dataSource, set)).map(({ partition, next }) => [partition, next]));
    this.marks = new Map(
      ranges.map(({ partition, next: head }) => {
        const next = nexts.get(partition) ?? 0;
        const waiting = (before.get(partition) ?? []).filter((mark) => mark.head > next);
        return [partition, head > next && head !== waiting.at(-1)?.head ? [...waiting, { head, seenAt: since }] : waiting];
      }),
    );
    if (oldestAt === null) this.spooled = null;
    else if (this.spooled?.at !== oldestAt || since !== now) this.spooled = { at: oldestAt, seenAt: since };
    this.lookedAt = now;
  }

  /** Milliseconds; Infinity: since before this process looked, or it could not look for long. */
  behind(partition: number): number {
    const now = this.elapsed();
    if (now - this.lookedAt > longestPause) return Number.POSITIVE_INFINITY;
    const seen = [this.spooled?.seenAt, this.marks.get(partition)?.[0]?.seenAt].filter((at) => at !== undefined);
    return seen.length === 0 ? 0 : now - Math.min(...seen);
  }
}
