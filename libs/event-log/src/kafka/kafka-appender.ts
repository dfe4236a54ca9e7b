import type { Message, Producer } from 'kafkajs';
import { LogUnavailable, type NewRecord, WrongPartitions } from '../event-log.js';
import { inTime } from '../in-time.js';
import type { LogLines } from '../log-lines.js';
import { partitionOf } from '../partition.js';
import { createClient } from './kafka-client.js';
import type { KafkaSettings } from './kafka-settings.js';
import { rootOf, typeOf } from './kafka-trouble.js';

interface AppenderSettings {
  readonly kafka: KafkaSettings;
  readonly topic: string;
  readonly partitions: number;
  readonly logger: LogLines;
  readonly timeoutMs: number;
}

/** A connected producer, or one that is about to be. */
interface Line {
  readonly producer: Producer;
  readonly connected: Promise<void>;
  inFlight: number;
  abandoned: boolean;
}

/** Brokers take batches of 1 MiB at most unless told otherwise; a record's own head is small. */
const BATCH_BYTES = 900_000;
const RECORD_OVERHEAD = 40;
/** While the broker is away one append in this many ms tries it, the others are rejected at once. */
const PROBE_MS = 300;

/** Sends records with acks = all. A producer that failed is replaced: kafkajs's own does not always recover. */
export class KafkaAppender {
  private line: Line | null = null;
  private away: { until: number; reason: string } | null = null;
  private closed = false;

  constructor(private readonly settings: AppenderSettings) {}

  async append(records: readonly NewRecord[]): Promise<void> {
    const { topic, timeoutMs } = this.settings;
    if (this.closed) throw new LogUnavailable(`${topic} is closed`);
    if (this.away && Date.now() < this.away.until) throw new LogUnavailable(`${topic} was away a moment ago: ${this.away.reason}`);
    // whoever is first after the pause tries; the rest goes by what he finds
    if (this.away) this.away.until = Date.now() + timeoutMs;
    const line = (this.line ??= this.connect());
    line.inFlight += 1;
    try {
      await inTime(this.send(line, records), timeoutMs, `no answer within ${timeoutMs} ms`);
      this.away = null;
    } catch (error) {
      throw this.judge(line, records, error);
    } finally {
      line.inFlight -= 1;
      this.hangUpIfDone(line);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.line) await this.line.producer.disconnect().catch(() => undefined);
  }

  private connect(): Line {
    const { kafka, topic, partitions, logger, timeoutMs } = this.settings;
    const client = createClient(kafka, logger, { requestTimeoutMs: timeoutMs, retries: 3 });
    const producer = client.producer({
      allowAutoTopicCreation: false,
      createPartitioner:
        () =>
        ({ message, partitionMetadata }) => {
          if (partitionMetadata.length !== partitions) throw new WrongPartitions(topic, partitionMetadata.length, partitions);
          return message.partition ?? partitionOf(String(message.key), partitions);
        },
    });
    const connected = producer.connect();
    connected.catch(() => undefined); // each append that awaits it says so
    return { producer, connected, inFlight: 0, abandoned: false };
  }

  private async send(line: Line, records: readonly NewRecord[]): Promise<void> {
    const { topic, partitions, timeoutMs } = this.settings;
    await line.connected;
    let messages: Message[] = [];
    const bytes = new Array<number>(partitions).fill(0);
    const flush = async () => {
      await line.producer.send({ topic, acks: -1, timeout: timeoutMs, messages });
      messages = [];
      bytes.fill(0);
    };
    for (const { key, value } of records) {
      const partition = partitionOf(key, partitions);
      const size = Buffer.byteLength(value) + Buffer.byteLength(key) + RECORD_OVERHEAD;
      if (messages.length > 0 && (bytes[partition] ?? 0) + size > BATCH_BYTES) await flush();
      bytes[partition] = (bytes[partition] ?? 0) + size;
      messages.push({ key, value, partition });
    }
    await flush();
  }

  /** What to tell the caller; also decides whether the broker counts as away. */
  private judge(line: Line, records: readonly NewRecord[], error: unknown): Error {
    const { topic } = this.settings;
    const root = rootOf(error);
    if (root instanceof WrongPartitions) return root;
    const reason = root instanceof Error ? root.message : String(root);
    const type = typeOf(error);
    if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE' || type === 'INVALID_RECORD') {
      return new Error(`${topic} refuses a record: ${reason}; the broker's limit is max.message.bytes`, { cause: error });
    }
    this.away = { until: Date.now() + PROBE_MS, reason };
    line.abandoned = true;
    if (this.line === line) this.line = null;
    return new LogUnavailable(`${topic} did not take ${records.length} records: ${reason}`, { cause: error });
  }

  private hangUpIfDone(line: Line): void {
    if (!line.abandoned || line.inFlight > 0) return;
    // a producer that is still connecting would connect after all, and hold the process for ever
    const settled = line.connected.catch(() => undefined);
    void settled.then(() => line.producer.disconnect()).catch(() => undefined);
  }
}
