import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartitionAssigner } from 'kafkajs';
import { type Follower, type Following, WrongPartitions } from '../event-log.js';
import type { LogLines } from '../log-lines.js';
import { createStopper } from '../stopper.js';
import { KafkaPartitions } from './kafka-partitions.js';
import { KafkaSession } from './kafka-session.js';
import type { KafkaSettings } from './kafka-settings.js';
import { explain, isFinal, rootOf } from './kafka-trouble.js';
import { comeBackAs } from './kafkajs-member-fix.js';
import { KeptMember } from './kept-member.js';
import type { Watermarks } from './watermarks.js';

export interface FollowingSettings {
  readonly kafka: KafkaSettings;
  readonly topic: string;
  readonly partitions: number;
  readonly logger: LogLines;
  readonly group: string | null;
  readonly follower: Follower;
  readonly watermarks: Watermarks;
  /** Chooses among the partitions instead of sharing all of them. */
  readonly assigner?: PartitionAssigner;
  readonly sessionTimeoutMs?: number;
  readonly membersFolder?: string;
  readonly watchMs?: number;
  readonly idleFetchMs?: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** A session that lived this long was well, and so was one that lost its brokers: the next one starts soon. */
const WELL_MS = 30_000;

/** Follows a topic through one consumer after another: kafkajs's own restart is not relied on. */
export class KafkaFollowing implements Following {
  private readonly stopper = createStopper();
  private readonly partitions: KafkaPartitions;
  private session: KafkaSession | null = null;
  private readonly running: Promise<void>;

  constructor(private readonly settings: FollowingSettings) {
    const { topic, follower, logger, watermarks } = settings;
    const holder = { topic, follower, logger, stopping: this.stopper.signal };
    this.partitions = new KafkaPartitions(holder, watermarks, (reason) => this.fail(reason));
    this.running = this.run();
  }

  seek(partition: number, offset: number): void {
    this.partitions.seek(partition, offset);
  }

  async stop(): Promise<void> {
    this.stopper.abort();
    this.session?.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    const { topic, group, logger, membersFolder } = this.settings;
    const kept = group === null || membersFolder === undefined ? null : new KeptMember(membersFolder, groupIdOf(group, topic), logger);
    const member = kept?.read() ?? null;
    if (kept && member !== null) comeBackAs(kept.groupId, member);
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.stopper.signal.aborted) {
      const started = Date.now();
      // a reader without a group has one of its own, which is gone when it leaves
      const id = group === null ? `leadclock.reader.${randomUUID()}` : groupIdOf(group, topic);
      this.session = new KafkaSession(this.settings, this.partitions, id, kept);
      const reason = await this.session.run();
      if (this.session.hasLeft) kept?.forget();
      if (this.stopper.signal.aborted) return;
      if (reason !== null && (isFinal(reason) || rootOf(reason) instanceof WrongPartitions)) {
        this.fail(rootOf(reason) instanceof WrongPartitions ? reason : explain(topic, reason));
        return;
      }
      const isWell = Date.now() - started > WELL_MS || isAway(reason);
      pauseMs = isWell ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      logger.warn({ err: reason, topic, group }, `the log's consumer ended; another one starts in ${pauseMs} ms`);
      if (group !== null) await this.partitions.releaseAll();
      await pause(pauseMs, undefined, { signal: this.stopper.signal }).catch(() => undefined);
    }
  }

  private fail(reason: Error): void {
    if (this.stopper.signal.aborted) return;
    this.stopper.abort();
    this.session?.stop();
    this.settings.follower.failed(reason);
  }
}

/** A group belongs to its topic: members that subscribe to different topics would wait for each other's partitions. */
const groupIdOf = (group: string, topic: string): string => `${group}.${topic}`;

/** Whether kafkajs gave up as it knew no broker any more, which it does at once. */
const isAway = (reason: Error | null): boolean => reason?.name === 'KafkaJSNoBrokerAvailableError';
