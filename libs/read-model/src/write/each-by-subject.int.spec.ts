import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { arrayLiteral } from './cell.js';
import { eachById, eachBySubject } from './each-by-subject.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await dataSource.query(
    `create table tale (subject text collate "C", n int, primary key (subject, n)) with (autovacuum_enabled = off);
     insert into tale select 'lead-' || i / 5, i from generate_series(0, 49999) i;
     create table note (id bigint, text text) with (autovacuum_enabled = off);
     insert into note select i, 'note' from generate_series(1, 50000) i;
     create index note_by_id on note (id)`,
  );
});
afterAll(() => dataSource.destroy());

const wanted = arrayLiteral(Array.from({ length: 500 }, (_, i) => `lead-${i * 20}`));

/** The tables that a question goes through from end to end. */
async function readWhole(sql: string, parameter: unknown = wanted): Promise<readonly string[]> {
  const rows = await dataSource.query<Record<string, string>[]>(`explain ${sql}`, [parameter]);
  return rows.flatMap((row) => /Seq Scan on (\w+)/.exec(row['QUERY PLAN'] ?? '')?.[1] ?? []);
}

describe('the rows of some subjects', () => {
  it('are found along the key, in a table that has no statistics', async () => {
    expect(await readWhole('select * from tale where subject = any($1)')).toEqual(['tale']);
    expect(await readWhole(`select t.* from ${eachBySubject('tale')} t`)).toEqual([]);
  });

  it('are all that they have', async () => {
    const [row] = await dataSource.query<{ rows: number }[]>(`select count(*)::int as rows from ${eachBySubject('tale')} t`, [wanted]);
    expect(row?.rows).toBe(2500);
  });
});

describe('the rows of some numbers', () => {
  const numbers = Array.from({ length: 200 }, (_, i) => i * 7 + 1);

  it('are found along the index, in a table that has no statistics', async () => {
    expect(await readWhole('select * from note where id = any($1::bigint[])', numbers)).toEqual(['note']);
    expect(await readWhole(`select n.* from ${eachById('note', 1)} n`, numbers)).toEqual([]);
  });

  it('are held when they are to be', async () => {
    await dataSource.transaction(async (em) => {
      await em.query(`select n.* from ${eachById('note', 1, 'for key share')} n`, [numbers]);
      const taken = await dataSource.query<unknown[]>('select 1 from note where id in (1, 2) for update skip locked');
      expect(taken).toHaveLength(1);
    });
  });
});
