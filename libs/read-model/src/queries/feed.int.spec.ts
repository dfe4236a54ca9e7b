import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { openInstallation } from '../installation.js';
import { migrate } from '../migrate.js';
import { changesAfter } from './feed.query.js';
import { inSnapshot, type Snapshot } from './snapshot.js';

const PARTITIONS = 12;
const EACH = 2_000;

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: PARTITIONS });
  const set = await inSnapshot(dataSource, async (snapshot) => snapshot.set.name);
  await dataSource.query(
    `insert into ${set}.change (epoch, partition, change_no, subjects)
     select 1, p, n, array['lead-' || n] from generate_series(0, ${PARTITIONS - 1}) p, generate_series(1, ${EACH}) n; analyze ${set}.change`,
  );
});
afterAll(() => dataSource.destroy());

const positions = (changeNo: number) => Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, changeNo, configOffset: 0 }));

const after = (changeNo: number, limit = 100) => inSnapshot(dataSource, (snapshot) => changesAfter(snapshot, positions(changeNo), limit));

/** Rows of the feed that this connection has read so far, and has not reported. */
async function rowsRead({ em }: Snapshot): Promise<number> {
  const [row] = await em.query<{ rows: number }[]>(
    `select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'change'`,
  );
  return row?.rows ?? Number.NaN;
}

describe('the change feed', () => {
  it('answers what came after a position of each partition, in order, up to a limit', async () => {
    const two = await after(EACH - 2);
    expect(two.map(({ partition, changeNo }) => [partition, changeNo])).toEqual(
      Array.from({ length: PARTITIONS }, (_, partition) => [
        [partition, EACH - 1],
        [partition, EACH],
      ]).flat(),
    );
    expect((await after(EACH - 2, 3)).map(({ partition, changeNo }) => [partition, changeNo])).toEqual([
      [0, EACH - 1],
      [0, EACH],
      [1, EACH - 1],
    ]);
  });

  it('is not read from its beginning for the few that came last', async () => {
    await inSnapshot(dataSource, async (snapshot) => {
      const before = await rowsRead(snapshot);
      expect(await changesAfter(snapshot, positions(EACH - 1), 100)).toHaveLength(PARTITIONS);
      expect((await rowsRead(snapshot)) - before).toBe(PARTITIONS);
    });
  });
});
