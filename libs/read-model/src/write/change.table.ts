import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { arrayLiteral } from './cell.js';
import { columnLiterals } from './key-rows.js';
import { prepared } from './prepared.js';

/** LISTEN on this channel; the payload is the set's name. Only a wake-up: what changed stands in `change`. */
export const CHANGE_CHANNEL = 'leadclock_change';

export interface Change {
  readonly partition: number;
  readonly changeNo: number;
  readonly subjects: readonly string[];
}

/** Says which subjects have other rows now, to whoever reads the feed, and calls whoever listens. */
export async function insertChanges(client: Client, set: string, epoch: number, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ partition, changeNo, subjects }) => [epoch, partition, changeNo, arrayLiteral(subjects)]);
  await prepared(
    client,
    `with said as (
       insert into ${set}.change (epoch, partition, change_no, subjects)
       select e, p, n, s::text[] from unnest($1::bigint[], $2::int[], $3::bigint[], $4::text[]) r(e, p, n, s) returning 1)
     select pg_notify($5, $6) from (select count(*) from said) s`,
    [...columnLiterals(rows, 4), CHANGE_CHANNEL, set],
  );
}

/** Readers that are further behind load their snapshot again. */
export async function forgetOldChanges(dataSource: DataSource, set: string): Promise<void> {
  await dataSource.query(`delete from ${set}.change where changed_at < now() - interval '1 hour'`);
}
