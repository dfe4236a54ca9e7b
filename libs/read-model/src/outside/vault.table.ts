import type { Contact, Personal } from '@leadclock/domain/events/personal.js';
import type { DataSource, EntityManager } from 'typeorm';
import { leadHash } from './erased.table.js';

/** What one event says about a person in its own words: never in the log, only here. */
export interface PersonalRecord {
  readonly subject: string;
  readonly source: string;
  readonly id: string;
  /** epoch ms: when it happened */
  readonly time: number;
  readonly personal: Personal;
}

/** Of an erased lead nothing. One row a lead, from its latest event with contact by (time, source, id): the order in which they come does not matter. */
const PUT_CONTACT = `
insert into contact (lead, name, email, phone, company, language, time, source, id)
select distinct on (lead) lead, name, email, phone, company, language, to_timestamp(at / 1000.0), source, id
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::text[], $9::text[])
  as given(lead, name, email, phone, company, language, at, source, id)
where not exists (select from erased where erased.lead = ${leadHash('given.lead')})
order by lead, at desc, source collate "C" desc, id collate "C" desc
on conflict (lead) do update set name = excluded.name, email = excluded.email, phone = excluded.phone, company = excluded.company,
  language = excluded.language, time = excluded.time, source = excluded.source, id = excluded.id
where (excluded.time, excluded.source, excluded.id) > (contact.time, contact.source, contact.id)`;

/** Of one event heard twice the first counts, as in the log. */
const PUT_NOTE = `
insert into note (subject, source, id, note, time)
select subject, source, id, note, to_timestamp(at / 1000.0)
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[]) as given(subject, source, id, note, at)
where not exists (select from erased where erased.lead = ${leadHash('given.subject')})
on conflict (subject, source, id) do nothing`;

/** The only tables with personal data besides people's accounts. On an EntityManager it writes within that transaction. */
export class VaultTable {
  constructor(private readonly dataSource: DataSource | EntityManager) {}

  /** Resolves once all is durable. What it rejects with never holds the data. */
  async put(records: readonly PersonalRecord[]): Promise<void> {
    try {
      // no transaction around the two: what was written stays right, and the sender sends the event again
      await putContacts(this.dataSource, records);
      await putNotes(this.dataSource, records);
    } catch (error) {
      // a database error carries the statement's parameters and the row: neither may travel on
      throw new VaultUnavailable(typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer');
    }
  }
}

async function putContacts(dataSource: DataSource | EntityManager, records: readonly PersonalRecord[]): Promise<void> {
  // in one order, so that two requests about the same leads wait for each other and never both for the other
  const given = records.filter((record) => record.personal.contact !== undefined).sort(bySubject);
  if (given.length === 0) return;
  const column = (name: keyof Contact) => given.map((record) => record.personal.contact?.[name] ?? null);
  await dataSource.query(PUT_CONTACT, [
    given.map((record) => record.subject),
    column('name'),
    column('email'),
    column('phone'),
    column('company'),
    column('language'),
    given.map((record) => record.time),
    given.map((record) => record.source),
    given.map((record) => record.id),
  ]);
}

async function putNotes(dataSource: DataSource | EntityManager, records: readonly PersonalRecord[]): Promise<void> {
  const given = records.filter((record) => record.personal.notes !== undefined).sort(bySubject);
  if (given.length === 0) return;
  await dataSource.query(PUT_NOTE, [
    given.map((record) => record.subject),
    given.map((record) => record.source),
    given.map((record) => record.id),
    given.map((record) => record.personal.notes?.note),
    given.map((record) => record.time),
  ]);
}

const bySubject = (a: PersonalRecord, b: PersonalRecord): number => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0);

/** The vault could not be written. `code` is the database's error code. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
  constructor(readonly code: string) {
    super(`the vault could not be written (${code})`);
  }
}
