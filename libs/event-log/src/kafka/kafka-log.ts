import { type EventLog, type Follower, type Following, gapAt, type LogRecord, type NewRecord, type PartitionRange } from '../event-log.js';
import type { LogLines } from '../log-lines.js';
import { KafkaAppender } from './kafka-appender.js';
import { KafkaFollowing } from './kafka-following.js';
import type { KafkaSettings } from './kafka-settings.js';
import { onePartition } from './one-partition.js';
import { Watermarks } from './watermarks.js';

export interface KafkaLogSettings {
  readonly kafka: KafkaSettings;
  readonly topic: string;
  /** Must be the number that the topic was made with: another number stops the program. */
  readonly partitions: number;
  readonly logger: LogLines;
  /** After this many ms an append rejects with LogUnavailable; 2000 when left out. */
  readonly appendTimeoutMs?: number;
  /** How long a member of a group may be silent before the others share its partitions; 10,000 when left out, brokers want 6,000 at least. */
  readonly sessionTimeoutMs?: number;
  /** A folder that this process alone has: killed with -9 it comes back to its groups as the member that it was. Left out: as a new one. */
  readonly membersFolder?: string;
  /** How often a follower is looked after; 10,000 when left out. */
  readonly watchMs?: number;
}

/** A read that ends waits for the fetch under way: one that looks beyond its end must not be kept long. */
const READ_FETCH_MS = 100;

/** The event log on Apache Kafka. Connects when first used: a broker that is away makes appends reject, not the start fail. */
export function createKafkaLog(settings: KafkaLogSettings): EventLog {
  return new KafkaLog(settings);
}

class KafkaLog implements EventLog {
  private readonly appender: KafkaAppender;
  private readonly watermarks: Watermarks;
  private readonly followings = new Set<KafkaFollowing>();
  private closing: Promise<void> | null = null;

  constructor(private readonly settings: KafkaLogSettings) {
    const { kafka, topic, partitions, logger, appendTimeoutMs = 2000 } = settings;
    this.appender = new KafkaAppender({ kafka, topic, partitions, logger, timeoutMs: appendTimeoutMs });
    this.watermarks = new Watermarks({ kafka, topic, partitions, logger });
  }

  get topic(): string {
    return this.settings.topic;
  }

  get partitions(): number {
    return this.settings.partitions;
  }

  async append(records: readonly NewRecord[]): Promise<void> {
    if (records.length > 0) await this.appender.append(records);
  }

  ranges(): Promise<readonly PartitionRange[]> {
    return this.watermarks.ranges();
  }

  async read(partition: number, from: number, to: number, onBatch: (records: readonly LogRecord[]) => Promise<void>): Promise<void> {
    const range = (await this.ranges()).find((one) => one.partition === partition);
    if (range === undefined) throw new Error(`${this.topic} has no partition ${partition}`);
    const gap = gapAt(this.topic, range, from) ?? gapAt(this.topic, range, Math.max(from, to));
    if (gap) throw gap;
    if (from >= to) return;
    let following: KafkaFollowing | null = null;
    try {
      await new Promise<void>((resolve, reject) => {
        const follower: Follower = {
          assigned: async () => from,
          records: async (_, records) => {
            try {
              const wanted = (records.at(-1)?.offset ?? 0) < to ? records : records.filter(({ offset }) => offset < to);
              if (wanted.length > 0) await onBatch(wanted);
              if ((records.at(-1)?.offset ?? 0) + 1 >= to) resolve();
            } catch (error) {
              reject(error);
            }
          },
          revoked: async () => undefined,
          failed: reject,
        };
        following = this.begin({ group: null, follower, assigner: onePartition(partition), idleFetchMs: READ_FETCH_MS });
      });
    } finally {
      await this.end(following);
    }
  }

  async follow(group: string | null, follower: Follower): Promise<Following> {
    return this.begin({ group, follower });
  }

  close(): Promise<void> {
    this.closing ??= this.letGo();
    return this.closing;
  }

  private begin(
    how: Pick<ConstructorParameters<typeof KafkaFollowing>[0], 'group' | 'follower' | 'assigner' | 'idleFetchMs'>,
  ): KafkaFollowing {
    const following = new KafkaFollowing({ ...this.settings, ...how, watermarks: this.watermarks });
    this.followings.add(following);
    return following;
  }

  private async end(following: KafkaFollowing | null): Promise<void> {
    if (following === null) return;
    await following.stop();
    this.followings.delete(following);
  }

  private async letGo(): Promise<void> {
    await Promise.all([...this.followings].map((following) => following.stop()));
    await Promise.all([this.appender.close(), this.watermarks.close()]);
  }
}
