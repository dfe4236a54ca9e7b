import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { arrayLiteral } from './cell.js';
import { eachBySubject } from './each-by-subject.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await dataSource.query(
    `create table tale (subject text collate "C", n int, primary key (subject, n)) with (autovacuum_enabled = off);
     insert into tale select 'lead-' || i / 5, i from generate_series(0, 49999) i`,
  );
});
afterAll(() => dataSource.destroy());

const wanted = arrayLiteral(Array.from({ length: 500 }, (_, i) => `lead-${i * 20}`));

/** The tables that a question goes through from end to end. */
async function readWhole(sql: string): Promise<readonly string[]> {
  const rows = await dataSource.query<Record<string, string>[]>(`explain ${sql}`, [wanted]);
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
