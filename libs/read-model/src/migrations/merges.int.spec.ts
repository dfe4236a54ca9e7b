import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { openInstallation } from '../installation.js';
import { migrate } from '../migrate.js';
import { Merges0008 } from './0008-merges.js';
import { migrations } from './migrations.js';

describe('an installation from before merges were worked in', () => {
  let dataSource: DataSource;
  beforeEach(async () => {
    dataSource = await createDataSource(await freshDatabase()).initialize();
    await migrate(dataSource);
    await openInstallation(dataSource, { partitions: 1 });
  });
  afterEach(() => dataSource.destroy());

  const tables = async (): Promise<readonly string[]> => {
    const rows = await dataSource.query<{ name: string }[]>(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'set_1' and (table_name in ('merge', 'refold') or column_name = 'merged_into')
       union all select indexname from pg_indexes where schemaname = 'set_1' and indexname in ('merge_by_into', 'other_subject_by_root', 'timeline_of_merges')
       order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('gets in the set that is there what a new set has', async () => {
    const fresh = await tables();
    expect(fresh).toHaveLength(14);
    for (let left = migrations.length - migrations.indexOf(Merges0008); left > 0; left--)
      await dataSource.undoLastMigration({ transaction: 'each' });
    expect(await tables()).toEqual([]);
    await migrate(dataSource);
    expect(await tables()).toEqual(fresh);
  });
});
