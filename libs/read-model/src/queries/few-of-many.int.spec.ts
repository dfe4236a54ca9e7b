import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { openInstallation } from '../installation.js';
import { migrate } from '../migrate.js';
import { eachForeignAmount } from './amounts.query.js';
import { disputesOf, type LeadState, listLeads } from './leads.query.js';
import { listOddData } from './odd-data.query.js';
import { inSnapshot, type Snapshot } from './snapshot.js';

/** Of the 20,000 leads and 80,000 facts. */
const FEW = 200;
const NOW = Date.UTC(2026, 10, 2);

/** 20,000 leads with three facts each; one in a thousand is odd, disputed, or has an amount of another currency. */
const MANY = `
insert into set_1.lead (subject, partition, events, historical, status, assigned_by_rep, dispute, odd, touches, open_deals, last_at, reps, pipelines)
select 'lead-' || i, 0, 3, false, 'won', false, case i % 1000 when 7 then 'open' when 8 then 'refused' end,
       case i % 1000 when 9 then array['won_twice'] else '{}' end, 0, 0, '2026-11-01', '{}', '{}' from generate_series(1, 20000) i;
insert into set_1.fact (subject, kind, n, part, at, "from", value, currency, excluded)
select 'lead-' || i, 'close', n, 'won', i, i, 100, case when i % 1000 = 5 then 'JPY' else 'EUR' end, null
  from generate_series(1, 20000) i, generate_series(1, 3) n;
insert into set_1.fact (subject, kind, n, at, "from", value, currency, excluded)
select 'spend-' || i, 'spend', 0, i, i, 100, 'EUR', case when i % 1000 = 0 then 'reversed_range' end from generate_series(1, 20000) i;
vacuum analyze set_1.lead;
vacuum analyze set_1.fact`;

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: 1 });
  for (const statement of MANY.split(';')) await dataSource.query(statement);
});
afterAll(() => dataSource.destroy());

/** What was answered, and how many rows of leads and facts were looked at for it. */
async function looking<T>(look: (snapshot: Snapshot) => Promise<T>): Promise<{ readonly told: T; readonly rows: number }> {
  return inSnapshot(dataSource, async (snapshot) => {
    const before = await rowsLookedAt(snapshot);
    const told = await look(snapshot);
    return { told, rows: (await rowsLookedAt(snapshot)) - before };
  });
}

/** So far by this connection, as far as it has not handed its counts on. */
async function rowsLookedAt({ em }: Snapshot): Promise<number> {
  const [counted] = await em.query<{ rows: number }[]>(
    `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_user_tables
      where schemaname = 'set_1' and relname in ('lead', 'fact')`,
  );
  return counted?.rows ?? 0;
}

describe('few rows of many are found without a look at the others', () => {
  it('odd leads, odd spends, and amounts of a currency without a rate', async () => {
    const { told, rows } = await looking((snapshot) => listOddData(snapshot, { home: 'EUR', oddity: null, after: null, limit: 1 }));
    expect(told).toEqual([
      { oddity: 'reversed_range', kind: 'spend', subject: 'spend-1000', count: 20 },
      { oddity: 'unknown_currency', kind: 'lead', subject: 'lead-10005', count: 20 },
      { oddity: 'won_twice', kind: 'lead', subject: 'lead-10009', count: 20 },
    ]);
    expect(rows).toBeLessThan(FEW);
  });

  it('amounts of other currencies', async () => {
    const { told, rows } = await looking(async (snapshot) => {
      let amounts = 0;
      await eachForeignAmount(snapshot, 'EUR', NOW, (found) => void (amounts += found.amounts));
      return amounts;
    });
    expect(told).toBe(60);
    expect(rows).toBeLessThan(FEW);
  });

  it.each<[LeadState, number]>([
    ['odd', 20],
    ['disputed', 20],
  ])('leads that are %s', async (state, count) => {
    const listing = { state, now: NOW, filters: {}, leads: null, after: null, limit: 100 };
    const { told, rows } = await looking((snapshot) => listLeads(snapshot, listing));
    expect(told).toHaveLength(count);
    expect(rows).toBeLessThan(FEW);
  });

  it('what a list shows of a lead, though the list is sorted from all of them', async () => {
    const asked: string[] = [];
    const { logger } = dataSource;
    logger.logQuery = (query) => void asked.push(query);
    const listing = { state: 'all', now: NOW, filters: {}, leads: null, after: null, limit: 2 } as const;
    const first = await looking((snapshot) => listLeads(snapshot, listing));
    expect(first.told.map(({ line }) => line.lead)).toEqual(['lead-1', 'lead-10']);
    const list = asked.find((query) => query.includes('order by')) ?? '';
    const plan = await dataSource.query<Record<string, string>[]>(`explain (verbose, costs off) ${list}`);
    const lines = plan.map((row) => row['QUERY PLAN'] ?? '');
    const whole = lines.findIndex((line) => line.includes('Seq Scan on set_1.lead'));
    expect(lines[whole + 1]?.trim()).toMatch(/^Output: (lead(_1)?\.)?subject, (lead(_1)?\.)?last_at$/);
  });

  it('how disputes stand, of all leads and of some', async () => {
    const all = await looking((snapshot) => disputesOf(snapshot, null));
    expect(all.told.size).toBe(40);
    expect(all.rows).toBeLessThan(FEW);
    const some = await looking((snapshot) => disputesOf(snapshot, ['lead-1', 'lead-7', 'lead-8']));
    expect([...some.told]).toEqual([
      ['lead-7', 'open'],
      ['lead-8', 'refused'],
    ]);
    expect(some.rows).toBeLessThan(10);
  });
});
