import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { Planted } from '../testing/planted.js';
import { rows } from './rows.js';

const LEADS = 5_000;
let planted: Planted;
const asked: string[] = [];

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(lead('ada').arrived('09:00').called('09:02', 'ana', 'connected'), lead('zoe').arrived('09:00'));
  // as ada, by the thousand
  const { name } = await inSnapshot(planted.dataSource, async ({ set }) => set);
  await planted.dataSource.query(
    `insert into ${name}.fact (subject, kind, n, part, item, at, "from", until, value, outcome, stage, rep)
     select 'lead-' || i, kind, n, part, item, at, "from", until, value, outcome, stage, rep
       from ${name}.fact, generate_series(1, ${LEADS}) i where subject = 'ada' and kind in ('arrival', 'response')`,
  );
  const { logger } = planted.dataSource;
  const log = logger.logQuery.bind(logger);
  logger.logQuery = (query, ...more) => {
    asked.push(query);
    log(query, ...more);
  };
});
afterAll(() => planted.close());

it('one row of ten thousand is found by the database, not by reading all of them here', async () => {
  const answered = await rows(planted.dataSource, 'lead-response-time', { excluded: 'unanswered' }, { now: at('10:00') });
  expect(answered).toMatchObject({ ok: true, body: { rows: [{ subject: 'zoe', excluded: 'unanswered' }], next: null } });
  const counted = await rows(planted.dataSource, 'lead-response-time', { excluded: 'null', limit: '10' }, { now: at('10:00') });
  expect(counted).toMatchObject({ ok: true, body: { rows: Array.from({ length: 10 }, () => ({ kind: 'response', excluded: null })) } });
  // what does not come with the first is read on by a cursor
  expect(asked.filter((query) => query.startsWith('fetch'))).toEqual([]);
});
