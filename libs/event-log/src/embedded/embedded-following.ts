import { setTimeout as pause } from 'node:timers/promises';
import { Bell } from '../bell.js';
import type { Follower, Following } from '../event-log.js';
import type { LogLines } from '../log-lines.js';
import { createStopper } from '../stopper.js';
import { type LogTable, RANGES, type RangeRow, toRange } from './log-table.js';
import { PartitionReader } from './partition-reader.js';
import { Session } from './session.js';
import { shareOf } from './shares.js';

interface FollowingSettings {
  readonly database: string;
  readonly topic: string;
  readonly partitions: number;
  readonly logger: LogLines;
  readonly group: string | null;
  readonly follower: Follower;
  readonly table: LogTable;
}

/** A wake-up is missed only with its connection, which is noticed; a member that was killed says nothing: look at least this often. */
const POLL_MS = 2000;
const RECONNECT_MS = 500;

/** Follows a topic: keeps a session, shares the partitions with the other members, and wakes the readers of ours. */
export class EmbeddedFollowing implements Following {
  private readonly stopper = createStopper();
  private readonly bell = new Bell();
  private readonly held = new Map<number, PartitionReader>();
  private readonly leaving = new Set<number>();
  private readonly running: Promise<void>;

  constructor(private readonly settings: FollowingSettings) {
    this.running = this.run();
  }

  seek(partition: number, offset: number): void {
    this.held.get(partition)?.seek(offset);
  }

  async stop(): Promise<void> {
    this.end();
    await this.running;
  }

  private get stopping(): AbortSignal {
    return this.stopper.signal;
  }

  private async run(): Promise<void> {
    const { topic, group, logger } = this.settings;
    while (!this.stopping.aborted) {
      try {
        await this.attend();
      } catch (error) {
        if (!this.stopping.aborted)
          logger.warn({ err: error, topic, group }, 'the connection that follows the log is gone; connecting again');
      }
      if (this.stopping.aborted) return;
      // our locks went with the session: whatever we held may be somebody else's now
      if (group !== null) await Promise.all([...this.held.values()].map((reader) => this.giveUp(reader, null)));
      await pause(RECONNECT_MS, undefined, { signal: this.stopping }).catch(() => undefined);
    }
  }

  private async attend(): Promise<void> {
    const { database, topic, group, table } = this.settings;
    const session = await Session.open({ database, topic, topicId: table.id, group, bell: this.bell });
    try {
      let balancedAt = 0;
      while (!this.stopping.aborted && !session.lost) {
        if (session.membersChanged || Date.now() - balancedAt >= POLL_MS) {
          await this.balance(session);
          balancedAt = Date.now();
        }
        const ranges = await session.query<RangeRow>(RANGES, [table.id]);
        for (const range of ranges) this.held.get(range.partition)?.reaches(toRange(range));
        await this.bell.heard(POLL_MS);
      }
    } finally {
      await session.end();
    }
  }

  private async balance(session: Session): Promise<void> {
    const { group, partitions } = this.settings;
    session.membersChanged = false;
    const alone = { rank: 0, members: 1 };
    const { rank, members } = group === null ? alone : await session.membership();
    if (rank < 0) throw new Error('the session lost its place in the group');
    const share = shareOf(rank, members, partitions);
    for (const reader of this.held.values()) {
      if (!share.includes(reader.partition) && !this.leaving.has(reader.partition)) void this.giveUp(reader, session);
    }
    const wanted = share.filter((partition) => !this.held.has(partition));
    for (const partition of group === null ? wanted : await session.take(wanted)) this.takeUp(partition);
  }

  private takeUp(partition: number): void {
    const { topic, follower, logger, table } = this.settings;
    const holder = { topic, follower, logger, stopping: this.stopping };
    const reader = new PartitionReader(partition, table, holder, (reason) => this.fail(reason));
    this.held.set(partition, reader);
    void reader.run();
  }

  private async giveUp(reader: PartitionReader, session: Session | null): Promise<void> {
    if (this.leaving.has(reader.partition)) return;
    this.leaving.add(reader.partition);
    await reader.release();
    this.held.delete(reader.partition);
    // without a session the lock is gone already; with one that breaks here, too
    await session?.release(reader.partition).catch(() => undefined);
    this.leaving.delete(reader.partition);
  }

  private fail(reason: Error): void {
    if (this.stopping.aborted) return;
    this.end();
    this.settings.follower.failed(reason);
  }

  /** Nothing waits any longer. */
  private end(): void {
    this.stopper.abort();
    this.bell.ring();
    for (const reader of this.held.values()) void reader.release();
  }
}
