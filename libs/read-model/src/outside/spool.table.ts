import type { DataSource, EntityManager } from 'typeorm';

/** A record on its way to the log. */
export interface SpooledRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
}

export interface SpoolDepth {
  readonly records: number;
  /** when the oldest was put down, epoch ms; null when there is none */
  readonly oldestAt: number | null;
}

/** Two relays never send at once; any number that nothing else in this database locks. */
const RELAY_LOCK = 7_301_977;

interface Row {
  id: string;
  topic: string;
  key: string;
  value: string;
}

const INSERT = 'insert into spool (topic, key, value) select * from unnest($1::text[], $2::text[], $3::text[])';
const columnsOf = (records: readonly SpooledRecord[]): unknown[] => [
  records.map((record) => record.topic),
  records.map((record) => record.key),
  records.map((record) => record.value),
];

/** LISTEN on this channel to hear that there is something to send at once; only a wake-up. */
export const SPOOL_CHANNEL = 'leadclock_spool';

/** Puts records into the spool within the caller's transaction, and calls a relay: they are sent once it has committed, or never were. */
export async function putIntoSpool(em: EntityManager, records: readonly SpooledRecord[]): Promise<void> {
  if (records.length === 0) return;
  await em.query(
    `with put as (${INSERT} returning 1) select pg_notify('${SPOOL_CHANNEL}', '') from (select count(*) from put) p`,
    columnsOf(records),
  );
}

/** What waits for one topic, oldest first. */
export async function spooledFor(em: EntityManager, topic: string): Promise<readonly string[]> {
  const rows = await em.query<Pick<Row, 'value'>[]>('select value from spool where topic = $1 order by id', [topic]);
  return rows.map(({ value }) => value);
}

/** Where accepted events wait while the log is away. */
export class SpoolTable {
  constructor(private readonly dataSource: DataSource) {}

  /** Resolves once all are durable. Calls nobody: the log is away, and is tried again now and then. */
  async put(records: readonly SpooledRecord[]): Promise<void> {
    await this.dataSource.query(INSERT, columnsOf(records));
  }

  async depth(): Promise<SpoolDepth> {
    const rows = await this.dataSource.query<{ records: string; oldest: string | null }[]>(
      'select count(*) as records, floor(extract(epoch from min(spooled_at)) * 1000) as oldest from spool',
    );
    const row = rows[0];
    return { records: Number(row?.records ?? 0), oldestAt: row?.oldest == null ? null : Number(row.oldest) };
  }

  /**
   * Hands the oldest records to `send` and removes them once it resolves; when it rejects, or the process dies, they stay. Answers how many
   * went; `busy` when another relay is at it. A death between the two sends them again: repeats change nothing.
   */
  async drain(limit: number, send: (records: readonly SpooledRecord[]) => Promise<void>): Promise<number | 'busy'> {
    return this.dataSource.transaction(async (manager) => {
      const locks = await manager.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock($1) as mine', [RELAY_LOCK]);
      if (locks[0]?.mine !== true) return 'busy';
      const rows = await manager.query<Row[]>('select id, topic, key, value from spool order by id limit $1', [limit]);
      if (rows.length === 0) return 0;
      await send(rows);
      await manager.query('delete from spool where id = any($1::bigint[])', [rows.map((row) => row.id)]);
      return rows.length;
    });
  }
}
