import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { LogUnavailable } from '../event-log.js';
import { inTime } from '../in-time.js';
import { createClient, LONGEST_RETRY_MS } from './kafka-client.js';
import type { FollowingSettings } from './kafka-following.js';
import type { Held, KafkaPartitions } from './kafka-partitions.js';
import { recordsFrom } from './kafka-record.js';
import { isFinal } from './kafka-trouble.js';
import { hasLeft } from './kafkajs-member-fix.js';
import type { KeptMember } from './kept-member.js';
import { Progress } from './progress.js';
import { Interruption, whileBeating } from './while-beating.js';

const SESSION_TIMEOUT_MS = 10_000;
const REBALANCE_TIMEOUT_MS = 30_000;
const HEARTBEAT_MS = 1000;
/** A reader alone in its group has no rebalance to hear of: often enough to be kept. */
const HEARTBEAT_ALONE_MS = 3000;
/** How long the broker may keep a fetch that finds nothing: records are answered at once. Also how late a seek, a stop or a rebalance is obeyed. */
const IDLE_FETCH_MS = 1000;
/** So long a batch waits for the follower to say where he starts; then its partition is paused. */
const BEGIN_LIMIT_MS = 1000;
const WATCH_MS = 10_000;
/** Looks of the watch that a partition may stand still: when nothing is handed over at all, and while others are. */
const PATIENCE_IDLE = 1;
const PATIENCE_BUSY = 6;
const LOOK_FOR_BROKERS_MS = 200;
const JOIN_LIMIT_MS = 2 * REBALANCE_TIMEOUT_MS;
const LEAVE_LIMIT_MS = 5000;
/** Two processes that are one member throw each other out at each beat; groups that grow or shrink do not that often. */
const MOST_REJOINS = 5;
const REJOINS_WITHIN_MS = 10_000;
const TWICE = 'another process is the same member of its group on Kafka: each process needs a data folder (LEADCLOCK_DATA) of its own';
/** About a quarter of a minute of an outage is waited out in the group; after that a new consumer tries. */
const RETRIES = 50;

/** The life of one kafkajs consumer: from its start until it crashed, hung, or we stop. */
export class KafkaSession {
  private readonly consumer: Consumer;
  private readonly over = new AbortController();
  private end: (reason: Error | null) => void = () => undefined;
  private readonly ended = new Promise<Error | null>((resolve) => {
    this.end = resolve;
  });
  private memberId: string | null = null;
  private joiningSince: number | null = Date.now();
  /** when it joined again as who it was, epoch ms */
  private rejoinedAt: readonly number[] = [];
  private interruption = new Interruption();
  private readonly progress = new Progress();
  private handedOver = 0;

  constructor(
    private readonly settings: FollowingSettings,
    private readonly partitions: KafkaPartitions,
    private readonly groupId: string,
    private readonly kept: KeptMember | null,
  ) {
    const { kafka, logger, group, assigner, sessionTimeoutMs = SESSION_TIMEOUT_MS, idleFetchMs = IDLE_FETCH_MS } = settings;
    this.consumer = createClient(kafka, logger, { requestTimeoutMs: 10_000, retries: RETRIES }).consumer({
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: group === null ? HEARTBEAT_ALONE_MS : HEARTBEAT_MS,
      maxWaitTimeInMs: idleFetchMs,
      // what kafkajs would start again after a crash we start anew, with a fresh client
      retry: { initialRetryTime: 100, maxRetryTime: LONGEST_RETRY_MS, retries: RETRIES, restartOnFailure: async () => false },
      ...(assigner ? { partitionAssigners: [assigner] } : {}),
    });
  }

  /** Resolves with why it ended; null: because of stop(). */
  async run(): Promise<Error | null> {
    void this.start().catch((error: unknown) => this.finish(error));
    const reason = await this.ended;
    this.partitions.detach();
    // kafkajs waits for its handlers, and for a broker that may not be there
    await inTime(this.consumer.disconnect(), LEAVE_LIMIT_MS, 'the consumer does not end').catch(() => undefined);
    return reason;
  }

  /** Whether its last member has left the group. */
  get hasLeft(): boolean {
    return this.memberId !== null && hasLeft(this.groupId, this.memberId);
  }

  stop(): void {
    this.finish(null);
  }

  private async start(): Promise<void> {
    const { topic, partitions } = this.settings;
    await this.brokersThere();
    const { GROUP_JOIN, REBALANCING, CRASH } = this.consumer.events;
    this.consumer.on(GROUP_JOIN, ({ payload }) => this.joined(payload.memberId, payload.memberAssignment[topic] ?? []));
    this.consumer.on(REBALANCING, () => {
      this.joiningSince ??= Date.now();
    });
    this.consumer.on(CRASH, ({ payload }) => this.finish(payload.error));
    await this.consumer.connect();
    // ended while it was connecting: the disconnect of the end came too early for this connection
    if (this.over.signal.aborted) return this.consumer.disconnect();
    await this.consumer.subscribe({ topics: [topic], fromBeginning: true });
    void this.watch();
    if (this.over.signal.aborted) return;
    await this.consumer.run({
      autoCommit: false, // the checkpoint is the follower's
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitions,
      eachBatch: (payload) => this.onBatch(payload),
    });
  }

  /** Until the topic is there, with the right number of partitions: brokers that come back are joined at once. */
  private async brokersThere(): Promise<void> {
    const { topic, watermarks, logger } = this.settings;
    for (let tries = 0; !this.over.signal.aborted; tries++) {
      try {
        await watermarks.ranges();
        break;
      } catch (error) {
        if (!(error instanceof LogUnavailable) || isFinal(error)) throw error;
        if (tries === 0) logger.warn({ err: error, topic }, 'the log does not answer; its consumer waits for it');
        await pause(LOOK_FOR_BROKERS_MS, undefined, { signal: this.over.signal }).catch(() => undefined);
      }
    }
    this.joiningSince = Date.now();
  }

  private finish(error: unknown): void {
    if (this.over.signal.aborted) return;
    this.over.abort();
    this.end(error === null || error instanceof Error ? error : new Error('something that is no error was thrown', { cause: error }));
  }

  /** Called by kafkajs between the sync of the group and the next fetch. */
  private joined(memberId: string, assigned: readonly number[]): void {
    if (this.over.signal.aborted) return;
    // a member that was thrown out gets another id: others may have held what it held
    const keep = this.settings.group === null || memberId === this.memberId;
    if (memberId !== this.memberId) this.kept?.write(memberId);
    if (this.isTwice(memberId)) return this.finish(new Error(TWICE));
    this.memberId = memberId;
    this.joiningSince = null;
    this.interruption = new Interruption();
    this.progress.forget();
    this.partitions.assign(this.consumer, assigned, keep);
  }

  /** Whether somebody else seems to be the same member. It leaves then, and both come as new ones. */
  private isTwice(memberId: string): boolean {
    const now = Date.now();
    this.rejoinedAt = memberId === this.memberId ? [...this.rejoinedAt.filter((at) => now - at < REJOINS_WITHIN_MS), now] : [];
    return this.rejoinedAt.length > MOST_REJOINS;
  }

  /** kafkajs stops for good when a handler throws a TypeError or the like: nothing leaves here but its own errors. */
  private async onBatch(payload: EachBatchPayload): Promise<void> {
    const { interruption } = this;
    const wait = <T>(work: Promise<T>) => whileBeating(work, () => payload.heartbeat(), HEARTBEAT_MS, interruption);
    try {
      await this.deliver(payload, wait);
    } catch (error) {
      if (error === interruption.reason) throw error;
      this.finish(error);
    }
  }

  private async deliver({ batch, resolveOffset, isStale }: EachBatchPayload, wait: <T>(work: Promise<T>) => Promise<T>): Promise<void> {
    const held = this.partitions.get(batch.partition);
    const outdated = (one: Held) => one.holding.lost || this.over.signal.aborted || isStale();
    if (held === null || outdated(held)) return;
    const { holding } = held;
    if (!held.ready) await wait(Promise.race([held.begun, pause(BEGIN_LIMIT_MS)]));
    if (!held.ready) return this.partitions.pause(held);
    if (holding.busy) await wait(holding.idle);
    if (outdated(held)) return;
    const records = recordsFrom(batch.messages, holding.position);
    const [first, last] = [records[0], records.at(-1)];
    // kafkajs went back: its offset was out of range and it chose another, or it is a batch that we have had
    if (first === undefined || last === undefined) return this.partitions.moved(held);
    // offsets that nobody can read are no loss (marks of another program's transactions), a lost beginning is
    if (first.offset > holding.position && (await wait(this.partitions.missing(held)))) return;
    await wait(holding.hand(records, Number(batch.highWatermark)));
    this.handedOver++;
    if (holding.lost) return;
    if (holding.position === last.offset + 1) resolveOffset(String(last.offset));
    else this.partitions.moved(held);
  }

  private async watch(): Promise<void> {
    const { topic, partitions, watermarks, watchMs = WATCH_MS } = this.settings;
    const numbers = Array.from({ length: partitions }, (_, partition) => partition);
    let seen = -1;
    while (!this.over.signal.aborted) {
      await pause(watchMs, undefined, { signal: this.over.signal }).catch(() => undefined);
      if (this.joiningSince !== null) {
        if (Date.now() - this.joiningSince > JOIN_LIMIT_MS) this.finish(new Error(`${topic}: not in the group for ${JOIN_LIMIT_MS} ms`));
        continue;
      }
      const before = this.interruption;
      const ranges = await watermarks.ranges().catch(() => null); // away: kafkajs itself notices
      if (ranges === null || before !== this.interruption) continue;
      const all = numbers.flatMap((partition) => this.partitions.get(partition) ?? []);
      const ours = all.filter((held) => held.ready && !held.holding.busy);
      const moving = this.handedOver !== seen || all.some(({ holding }) => holding.busy);
      seen = this.handedOver;
      for (const held of ours) void this.partitions.missing(held);
      const stuck = this.progress.stuck(
        ranges,
        ours.map(({ holding: { partition, position } }) => ({ partition, position })),
        moving ? PATIENCE_BUSY : PATIENCE_IDLE,
      );
      if (stuck.length > 0)
        this.finish(new Error(`${topic}: nothing came of partitions ${stuck.join(', ')} for ${watchMs} ms although there are records`));
    }
  }
}
