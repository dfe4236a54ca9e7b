import type { DataSource } from 'typeorm';

export interface ParkedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
  readonly problem: string;
}

/** The latest records of the log that could not be read. */
export function parkedRecords(dataSource: DataSource, set: string, limit: number): Promise<readonly ParkedRecord[]> {
  return dataSource.query<ParkedRecord[]>(
    `select topic, partition, "offset", reason, problem from ${set}.parked order by parked_at desc, topic, partition, "offset" limit $1`,
    [limit],
  );
}
