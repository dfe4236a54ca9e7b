import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { openInstallation } from './installation.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/migrations.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: 2 });
});
afterAll(() => dataSource.destroy());

/** Every column of every table, of the sets too, by name: the order differs where a column was added later. */
const columns = async (): Promise<readonly string[]> => {
  const rows = await dataSource.query<{ name: string }[]>(
    `select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable) as name from information_schema.columns
     where table_schema in ('public', 'set_1') order by 1`,
  );
  return rows.map(({ name }) => name);
};

describe('the steps of the tables', () => {
  it('bring what an older program left to what this one makes: taken back and made again, all is as before', async () => {
    const before = await columns();
    const later = migrations.length - migrations.findIndex(({ name }) => name === 'Derivation0003');
    for (let step = 0; step < later; step += 1) await dataSource.undoLastMigration();
    const older = await columns();
    expect(older.length).toBeLessThan(before.length);
    await migrate(dataSource);
    expect(await columns()).toEqual(before);
  });
});
