import type { EventLog } from '@leadclock/event-log/event-log.js';
import { SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import { offsetsRead } from '@leadclock/read-model/queries/deadlines.query.js';
import type { DataSource } from 'typeorm';

/** The relay looks into an empty spool that often, milliseconds: what lies there for less is on its way. */
const spoolPatienceMs = 6_000;

interface Mark {
  readonly head: number;
  /** -Infinity: it was there before this process looked */
  readonly seenAt: number;
}

/** For how long events of a partition have waited for the projector, as far as this process has seen the log grow. */
export class Lag {
  private readonly marks = new Map<number, Mark[]>();
  private spooledAt: number | null = null;
  private hasLooked = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Pick<EventLog, 'ranges'>,
    private readonly now: () => number,
  ) {}

  /** Compares the heads of the log with the checkpoints; to be called each second or so. */
  async look(set: string): Promise<void> {
    const now = this.now();
    const [ranges, read, spool] = await Promise.all([
      this.log.ranges(),
      offsetsRead(this.dataSource.manager, set),
      new SpoolTable(this.dataSource).depth(),
    ]);
    this.spooledAt = spool.oldestAt;
    const nextOf = new Map(read.map(({ partition, next }) => [partition, next]));
    for (const { partition, next: head } of ranges) {
      const waiting = (this.marks.get(partition) ?? []).filter((mark) => mark.head > (nextOf.get(partition) ?? 0));
      const isNews = head > (nextOf.get(partition) ?? 0) && head !== waiting.at(-1)?.head;
      if (isNews) waiting.push({ head, seenAt: this.hasLooked ? now : Number.NEGATIVE_INFINITY });
      this.marks.set(partition, waiting);
    }
    this.hasLooked = true;
  }

  /** Milliseconds; Infinity: since before this process looked. */
  behind(partition: number): number {
    const now = this.now();
    const spooled = this.spooledAt === null || now - this.spooledAt < spoolPatienceMs ? 0 : now - this.spooledAt;
    const seenAt = this.marks.get(partition)?.[0]?.seenAt;
    return Math.max(spooled, seenAt === undefined ? 0 : now - seenAt);
  }
}
