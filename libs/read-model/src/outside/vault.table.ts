import type { DataSource } from 'typeorm';

/** What one event says about a person in its own words: never in the log, only here. */
export interface PersonalRecord {
  readonly subject: string;
  readonly source: string;
  readonly id: string;
  /** epoch ms */
  readonly recordedTime: number;
  /** plain JSON; null: the event brings none */
  readonly contact: unknown;
  readonly note: unknown;
}

/** Of one event heard twice the earlier counts, as in the log; at the same instant the smaller text, so that the order does not matter. */
const put = (table: 'contact' | 'note') => `
insert into ${table} (subject, source, id, recorded_at, body)
select distinct on (subject, source, id) subject, source, id, to_timestamp(recorded / 1000.0), body::json
from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::text[]) as given(subject, source, id, recorded, body)
order by subject, source, id, recorded, body collate "C"
on conflict (subject, source, id) do update set recorded_at = excluded.recorded_at, body = excluded.body
where (excluded.recorded_at, excluded.body::text collate "C") < (${table}.recorded_at, ${table}.body::text collate "C")`;

/** The only tables with personal data besides people's accounts. */
export class VaultTable {
  constructor(private readonly dataSource: DataSource) {}

  /** Resolves once all is durable. What it rejects with never holds the data. */
  async put(records: readonly PersonalRecord[]): Promise<void> {
    try {
      await this.putInto('contact', records.filter((record) => record.contact != null), (record) => record.contact);
      await this.putInto('note', records.filter((record) => record.note != null), (record) => record.note);
    } catch (error) {
      // a database error carries the statement's parameters and the row: neither may travel on
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
      throw new VaultUnavailable(code);
    }
  }

  private async putInto(table: 'contact' | 'note', records: readonly PersonalRecord[], body: (record: PersonalRecord) => unknown): Promise<void> {
    if (records.length === 0) return;
    await this.dataSource.query(put(table), [
      records.map((record) => record.subject),
      records.map((record) => record.source),
      records.map((record) => record.id),
      records.map((record) => record.recordedTime),
      records.map((record) => JSON.stringify(body(record))),
    ]);
  }
}

/** The vault could not be written. `code` is the database's error code. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
  constructor(readonly code: string) {
    super(`the vault could not be written (${code})`);
  }
}
