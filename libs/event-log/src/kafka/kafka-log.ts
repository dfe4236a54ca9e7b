import type { EventLog } from '../event-log.js';
import type { LogLines } from '../log-lines.js';
import type { KafkaSettings } from './kafka-settings.js';

export interface KafkaLogSettings {
  readonly kafka: KafkaSettings;
  readonly topic: string;
  /** Must be the number that the topic was made with: another number stops the program. */
  readonly partitions: number;
  readonly logger: LogLines;
  /** After this many ms an append rejects with LogUnavailable; 2000 when left out. */
  readonly appendTimeoutMs?: number;
}

/** The event log on Apache Kafka. Connects when first used: a broker that is away makes appends reject, not the start fail. */
export function createKafkaLog(_settings: KafkaLogSettings): EventLog {
  throw new Error('not yet');
}
