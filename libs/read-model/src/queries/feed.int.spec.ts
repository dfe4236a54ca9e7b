import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { openInstallation } from '../installation.js';
import { migrate } from '../migrate.js';
import { changesAfter, feedSince } from './feed.query.js';
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
     select (select epoch from current_set), p, n, array['lead-' || n] from generate_series(0, ${PARTITIONS - 1}) p, generate_series(1, ${EACH}) n; analyze ${set}.change`,
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

  describe('asked in one statement what is new', () => {
    /** What a reader gets whose positions are `changeNo` in every partition, with the heads at EACH. */
    async function since(changeNo: number, limit = 100) {
      const set = await inSnapshot(dataSource, async (snapshot) => snapshot.set.name);
      await dataSource.query(`update ${set}.checkpoint set change_no = ${EACH}`);
      return feedSince(dataSource.manager, set, positions(changeNo), limit);
    }

    it('answers the heads, and whose rows have changed', async () => {
      const { reading, heads, subjects } = await since(EACH - 2);
      expect(reading).toBe(await inSnapshot(dataSource, async ({ set }) => set.epoch));
      expect(heads).toEqual(positions(EACH));
      expect(subjects).toEqual(Array.from({ length: PARTITIONS }, () => [`lead-${EACH - 1}`, `lead-${EACH}`]).flat());
    });

    it('is not read from its beginning for the few that came last', async () => {
      await since(EACH);
      await inSnapshot(dataSource, async (snapshot) => {
        const before = await rowsRead(snapshot);
        expect((await feedSince(snapshot.em, snapshot.set.name, positions(EACH - 1), 100)).subjects).toHaveLength(PARTITIONS);
        expect((await rowsRead(snapshot)) - before).toBe(PARTITIONS);
      });
    });

    it('answers nobody where nothing is new', async () => {
      expect((await since(EACH)).subjects).toEqual([]);
    });

    it.each([
      ['more have changed than the limit', EACH - 3, 2],
      ['a change is no longer there', -1, 10_000],
      ['the reader is further than the feed: another one was put in its place', EACH + 1, 100],
    ])('does not answer a part: %s', async (_, changeNo, limit) => {
      expect((await since(changeNo, limit)).subjects).toBeNull();
    });

    it('does not answer a part: a change is of another epoch', async () => {
      const set = await inSnapshot(dataSource, async (snapshot) => snapshot.set.name);
      await dataSource.query(`update ${set}.change set epoch = epoch + 1 where partition = 3 and change_no = ${EACH}`);
      expect((await since(EACH - 1)).subjects).toBeNull();
      await dataSource.query(`update ${set}.change set epoch = epoch - 1 where partition = 3 and change_no = ${EACH}`);
      expect((await since(EACH - 1)).subjects).toHaveLength(PARTITIONS);
    });

    it('does not answer a part: a partition has come that the reader does not know', async () => {
      const set = await inSnapshot(dataSource, async (snapshot) => snapshot.set.name);
      await since(EACH);
      expect((await feedSince(dataSource.manager, set, positions(EACH).slice(1), 100)).subjects).toBeNull();
    });
  });
});
