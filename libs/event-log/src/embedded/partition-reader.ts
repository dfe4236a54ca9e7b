import { setTimeout as pause } from 'node:timers/promises';
import { Bell } from '../bell.js';
import { gapAt, LogGap, type LogRecord, type PartitionRange } from '../event-log.js';
import { type Holder, Holding } from '../holding.js';
import type { LogTable } from './log-table.js';

const TROUBLE_PAUSE_MS = 500;

/** Hands one partition's records to the follower, from where he wants them, for as long as the partition is ours. */
export class PartitionReader {
  private readonly holding: Holding;
  private readonly bell = new Bell();
  private head = -1;
  private mustCheck = true;

  constructor(
    readonly partition: number,
    private readonly table: LogTable,
    private readonly holder: Holder,
    private readonly fail: (reason: Error) => void,
  ) {
    this.holding = new Holding(partition, holder);
  }

  /** The partition is known to reach that far. */
  reaches(range: PartitionRange): void {
    // an older answer may arrive after newer records were read: then it only costs a look
    if (range.next < this.holding.position) this.mustCheck = true;
    else if (range.next <= this.head) return;
    this.head = Math.max(this.head, range.next);
    this.bell.ring();
  }

  seek(offset: number): void {
    this.holding.seek(offset);
    this.bell.ring();
  }

  async release(): Promise<void> {
    this.bell.ring();
    await this.holding.release();
  }

  async run(): Promise<void> {
    if (!(await this.holding.take())) return;
    while (!this.holding.lost) {
      try {
        await this.step();
      } catch (error) {
        this.holder.logger.warn({ err: error, topic: this.table.topic, partition: this.partition }, 'the log cannot be read; trying again');
        await pause(TROUBLE_PAUSE_MS, undefined, { signal: this.holder.stopping }).catch(() => undefined);
      }
    }
  }

  private async step(): Promise<void> {
    if (this.holding.takeSought() || this.mustCheck) {
      if (!(await this.check())) return;
    }
    if (this.head <= this.holding.position) {
      await this.bell.heard();
      return;
    }
    const records = await this.table.read(this.partition, this.holding.position);
    if (this.holding.lost || this.holding.takeSought()) {
      this.mustCheck = true;
      return;
    }
    if (records[0]?.offset !== this.holding.position) return this.miss(records[0]);
    await this.holding.hand(records, Math.max(this.head, (records.at(-1)?.offset ?? 0) + 1));
    this.mustCheck = this.holding.position !== (records.at(-1)?.offset ?? 0) + 1;
  }

  private async check(): Promise<boolean> {
    const range = await this.table.range(this.partition);
    this.mustCheck = false;
    const gap = gapAt(this.table.topic, range, this.holding.position);
    if (gap) this.fail(gap);
    this.head = range.next;
    return gap === null;
  }

  /** The wanted record is not there although the log reaches further. */
  private async miss(found: LogRecord | undefined): Promise<void> {
    const range = await this.table.range(this.partition);
    this.fail(new LogGap(this.table.topic, { ...range, first: found?.offset ?? range.next }, this.holding.position));
  }
}
