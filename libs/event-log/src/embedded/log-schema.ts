import type { Pool } from 'pg';
import { WrongPartitions } from '../event-log.js';

/**
 * Offsets are given out under the lock of the partition's row, which is held until the commit: what a reader sees of a
 * partition has no holes that fill later. All appends take these locks in ascending order.
 */
const TABLES = `
create schema if not exists log;
create table log.topic (
  id smallint generated always as identity primary key,
  name text not null unique,
  partitions integer not null check (partitions > 0)
);
create table log.partition (
  topic smallint not null references log.topic,
  partition integer not null,
  first bigint not null default 0,
  next bigint not null default 0,
  primary key (topic, partition)
) with (fillfactor = 10);
create table log.record (
  topic smallint not null,
  partition integer not null,
  "offset" bigint not null,
  key text collate "C" not null,
  value text collate "C" not null,
  primary key (topic, partition, "offset")
);
create function log.append(a_topic smallint, a_channel text, a_partitions integer[], a_keys text[], a_values text[])
returns void language plpgsql as $$
begin
  perform 1 from log.partition where topic = a_topic and partition = any (a_partitions) order by partition for update;
  insert into log.record (topic, partition, "offset", key, value)
  select a_topic, r.partition, h.next + row_number() over (partition by r.partition order by r.place) - 1, r.key, r.value
  from unnest(a_partitions, a_keys, a_values) with ordinality as r (partition, key, value, place)
  join log.partition h on h.topic = a_topic and h.partition = r.partition;
  update log.partition h set next = h.next + n.records
  from (select p, count(*) as records from unnest(a_partitions) as p group by p) n
  where h.topic = a_topic and h.partition = n.p;
  perform pg_notify(a_channel, a_topic::text);
end $$;
`;

/** Advisory lock under which the tables are made, so that two programs that start at once do not meet. */
const MAKING = 7_323_001;

/** Makes what is not there and answers the topic's number. Throws WrongPartitions, or an error that names a missing right. */
export async function prepareTopic(pool: Pool, topic: string, partitions: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MAKING]);
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('log.record') is not null as there`);
    if (!rows[0]?.there) await client.query(TABLES);
    await client.query('insert into log.topic (name, partitions) values ($1, $2) on conflict (name) do nothing', [topic, partitions]);
    const found = await client.query<{ id: number; partitions: number }>('select id, partitions from log.topic where name = $1', [topic]);
    const row = found.rows[0];
    if (row === undefined) throw new Error(`topic ${topic} is not in log.topic although it was just written`);
    if (row.partitions !== partitions) throw new WrongPartitions(topic, row.partitions, partitions);
    await client.query(
      'insert into log.partition (topic, partition) select $1, generate_series(0, $2::integer - 1) on conflict do nothing',
      [row.id, partitions],
    );
    await client.query('commit');
    client.release();
    return row.id;
  } catch (error) {
    client.release(true);
    if (isMissingRight(error)) {
      throw new Error(
        'the database user may not make the schema "log" or write in it: grant it create on the database (grant create on database … to …)',
        { cause: error },
      );
    }
    throw error;
  }
}

function isMissingRight(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
