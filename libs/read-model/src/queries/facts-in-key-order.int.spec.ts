import type { Refusal } from '@leadclock/domain/kpi/columns-read.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { openInstallation } from '../installation.js';
import { migrate } from '../migrate.js';
import { type FactsWanted, factsInKeyOrder } from './facts.query.js';
import { inSnapshot } from './snapshot.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: 1 });
  // 3,000 touches of 1,000 leads, every third of which is automated, and arrivals that nobody asked for
  await dataSource.query(
    `insert into set_1.fact (subject, kind, n, part, at, "from")
     select 'lead-' || i / 3, 'touch', i % 3, case when i % 3 = 0 then 'machine' else 'human' end, i, i from generate_series(0, 2999) i
     union all select 'lead-' || i, 'arrival', 0, null, i, i from generate_series(0, 999) i`,
  );
});
afterAll(() => dataSource.destroy());

const touches = { kinds: ['touch'], at: null, trueAt: 3000, filters: [] } as const;
const machines: Refusal = { kind: 'touch', words: [['part', 'machine']] };

const read = (refusals: readonly Refusal[], wanted: FactsWanted) =>
  inSnapshot(dataSource, async (snapshot) => {
    const pages: string[][] = [];
    for await (const page of factsInKeyOrder(snapshot, touches, refusals, wanted))
      pages.push(page.map(({ subject, n }) => `${subject} ${n}`));
    return pages;
  });
const expected = Array.from({ length: 3000 }, (_, i) => `lead-${Math.floor(i / 3)} ${i % 3}`).toSorted();

describe('facts in the order of their keys', () => {
  it('come each once, first as many as are wanted first, then the others bit by bit', async () => {
    const pages = await read([], { after: null, first: 20 });
    expect(pages.map(({ length }) => length)).toEqual([20, 500, 500, 500, 500, 500, 480]);
    expect(pages.flat()).toEqual(expected);
  });

  it('begin after a place', async () => {
    const pages = await read([], { after: { subject: 'lead-998', kind: 'touch', n: 1 }, first: 2 });
    expect(pages.flat()).toEqual(['lead-998 2', 'lead-999 0', 'lead-999 1', 'lead-999 2']);
  });

  it('leave out those that are known not to be taken, before they are read', async () => {
    const pages = await read([machines], { after: null, first: 1500 });
    expect(pages.flat()).toEqual(expected.filter((name) => !name.endsWith(' 0')));
  });

  it('are none where none is', async () => {
    expect(await read([machines], { after: { subject: 'lead-999', kind: 'touch', n: 2 }, first: 10 })).toEqual([[]]);
  });
});
