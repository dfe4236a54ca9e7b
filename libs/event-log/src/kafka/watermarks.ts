import { setTimeout as pause } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import { gapAt, type LogGap, LogUnavailable, type PartitionRange, WrongPartitions } from '../event-log.js';
import { inTime } from '../in-time.js';
import type { LogLines } from '../log-lines.js';
import { createClient } from './kafka-client.js';
import type { KafkaSettings } from './kafka-settings.js';
import { explain, isFinal } from './kafka-trouble.js';

interface WatermarksSettings {
  readonly kafka: KafkaSettings;
  readonly topic: string;
  readonly partitions: number;
  readonly logger: LogLines;
}

const ANSWER_LIMIT_MS = 10_000;
const SECOND_LOOK_MS = 500;

/** How far the partitions reach, over a connection of its own that is made when needed and made anew after trouble. */
export class Watermarks {
  private admin: Promise<Admin> | null = null;
  private asking: Promise<readonly PartitionRange[]> | null = null;

  constructor(private readonly settings: WatermarksSettings) {}

  /** Throws WrongPartitions, LogUnavailable while the brokers are away, or what explain() says of a final answer. */
  async ranges(): Promise<readonly PartitionRange[]> {
    const { topic, partitions } = this.settings;
    const admin = (this.admin ??= this.connect());
    try {
      const offsets = await inTime(
        admin.then((connected) => connected.fetchTopicOffsets(topic)),
        ANSWER_LIMIT_MS,
        `no answer within ${ANSWER_LIMIT_MS} ms`,
      );
      if (offsets.length !== partitions) throw new WrongPartitions(topic, offsets.length, partitions);
      return offsets
        .map(({ partition, low, high }) => ({ partition, first: Number(low), next: Number(high) }))
        .toSorted((a, b) => a.partition - b.partition);
    } catch (error) {
      if (error instanceof WrongPartitions) throw error;
      if (this.admin === admin) this.admin = null;
      void this.disconnect(admin);
      const explained = explain(topic, error);
      throw isFinal(error) ? explained : new LogUnavailable(explained.message, { cause: error });
    }
  }

  /** Why nobody can read on at `wanted`, or null. Looks twice before it says so: a broker that just started may not know its end yet. */
  async gapAt(partition: number, wanted: number): Promise<LogGap | null> {
    if ((await this.look(this.shared(), partition, wanted)) === null) return null;
    await pause(SECOND_LOOK_MS);
    return this.look(this.ranges(), partition, wanted);
  }

  async close(): Promise<void> {
    if (this.admin) await this.disconnect(this.admin);
    this.admin = null;
  }

  private async look(asking: Promise<readonly PartitionRange[]>, partition: number, wanted: number): Promise<LogGap | null> {
    const range = (await asking).find((one) => one.partition === partition);
    return range ? gapAt(this.settings.topic, range, wanted) : null;
  }

  /** One question for all partitions that are taken up at once. */
  private shared(): Promise<readonly PartitionRange[]> {
    this.asking ??= this.ranges().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async connect(): Promise<Admin> {
    const { kafka, logger } = this.settings;
    const admin = createClient(kafka, logger, { requestTimeoutMs: 5000, retries: 2 }).admin();
    await admin.connect();
    return admin;
  }

  private async disconnect(admin: Promise<Admin>): Promise<void> {
    await admin.then((connected) => connected.disconnect()).catch(() => undefined);
  }
}
