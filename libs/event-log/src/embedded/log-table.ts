import type { Pool } from 'pg';
import type { LogRecord, PartitionRange } from '../event-log.js';

/** How many records are read at a time: about a megabyte of usual events. */
const BATCH = 2000;

export interface RangeRow {
  partition: number;
  first: string;
  next: string;
}

/** What is read from the log's tables, of one topic. */
export class LogTable {
  constructor(
    private readonly pool: Pool,
    readonly id: number,
    readonly topic: string,
  ) {}

  async ranges(): Promise<readonly PartitionRange[]> {
    const { rows } = await this.pool.query<RangeRow>({ name: 'ranges', text: RANGES, values: [this.id] });
    return rows.map(toRange);
  }

  async range(partition: number): Promise<PartitionRange> {
    const found = (await this.ranges()).find((range) => range.partition === partition);
    if (found === undefined) throw new Error(`${this.topic} has no partition ${partition}`);
    return found;
  }

  /** A batch of `[from, to)`, ascending. */
  async read(partition: number, from: number, to = Number.MAX_SAFE_INTEGER): Promise<readonly LogRecord[]> {
    const { rows } = await this.pool.query<[string, string, string]>({
      name: 'read',
      text: 'select "offset", key, value from log.record where topic = $1 and partition = $2 and "offset" >= $3 and "offset" < $4 order by "offset" limit $5',
      values: [this.id, partition, from, to, BATCH],
      rowMode: 'array',
    });
    return rows.map(([offset, key, value]) => ({ offset: Number(offset), key, value: Buffer.from(value) }));
  }
}

export const RANGES = 'select partition, first, next from log.partition where topic = $1 order by partition';

export const toRange = ({ partition, first, next }: RangeRow): PartitionRange => ({ partition, first: Number(first), next: Number(next) });
