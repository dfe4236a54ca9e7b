import type { KafkaMessage } from 'kafkajs';
import type { LogRecord } from '../event-log.js';

/** A message of kafkajs as a record; most readers never look at the key, so it is decoded when asked for. */
class KafkaRecord implements LogRecord {
  constructor(
    readonly offset: number,
    private readonly keyBytes: Buffer | null,
    readonly value: Buffer | null,
  ) {}

  get key(): string | null {
    return this.keyBytes === null ? null : this.keyBytes.toString();
  }
}

/** The messages from `position` on, ascending. */
export function recordsFrom(messages: readonly KafkaMessage[], position: number): LogRecord[] {
  const records = messages.map(({ offset, key, value }) => new KafkaRecord(Number(offset), key, value));
  const first = records[0];
  return first === undefined || first.offset >= position ? records : records.filter(({ offset }) => offset >= position);
}
