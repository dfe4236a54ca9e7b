import {
  type EventLog,
  type Follower,
  type Following,
  type LogRecord,
  LogUnavailable,
  type NewRecord,
  type PartitionRange,
} from '@leadclock/event-log/event-log.js';

/** A log that can be told to be away; while it is there it hands everything on to the log behind it. */
export class MoodyLog implements EventLog {
  away = false;
  /** cannot be read, not even for its ranges */
  isUnreadable = false;
  /** takes the records and dies before it can say so: what a killed process or a cut connection looks like from the other side */
  takesButDoesNotSay = false;
  /** an append waits for it */
  gate: Promise<void> = Promise.resolve();
  appends = 0;

  constructor(private readonly behind: EventLog) {}

  get topic(): string {
    return this.behind.topic;
  }
  get partitions(): number {
    return this.behind.partitions;
  }
  async append(records: readonly NewRecord[]): Promise<void> {
    this.appends += 1;
    await this.gate;
    if (this.away) throw new LogUnavailable('the log is away');
    await this.behind.append(records);
    if (this.takesButDoesNotSay) throw new LogUnavailable('the answer was lost');
  }
  async ranges(): Promise<readonly PartitionRange[]> {
    if (this.isUnreadable) throw new LogUnavailable('the log is away');
    return this.behind.ranges();
  }
  read(partition: number, from: number, to: number, onBatch: (records: readonly LogRecord[]) => Promise<void>): Promise<void> {
    return this.behind.read(partition, from, to, onBatch);
  }
  follow(group: string | null, follower: Follower): Promise<Following> {
    return this.behind.follow(group, follower);
  }
  close(): Promise<void> {
    return this.behind.close();
  }
}
