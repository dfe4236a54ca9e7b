import { at } from '@leadclock/domain/testing/clock-time.js';
import { subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import type { Params } from './answered.js';
import { explain } from './explain.js';
import { csvRows, exportRows } from './exported-rows.js';
import { rows } from './rows.js';

const early = '2026-10-01T00:00:00Z';
const here = { now: at('sun 12:00') };
const question: Params = { from: '2026-11-02', to: '2026-11-07', origin: 'web' };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(
    subject('site').tell('site.set', early, { name: 'S', zone: 'UTC', locale: 'de', currency: 'EUR' }),
    subject('w1').subscribed(early, 'web-one', 10, { origin: 'web' }).unsubscribed('tue 10:00'),
    subject('w2').subscribed(early, 'web-two', 10, { origin: 'web' }),
    subject('f1').subscribed(early, 'fair-one', 10, { origin: 'fair' }),
  );
});
afterAll(() => planted.close());

async function listed(params: Params) {
  const told = await rows(planted.dataSource, 'churn-rate', params, here);
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body;
}

it('the rows of a filtered question about customers are theirs alone, page by page, exported, and as many as are explained', async () => {
  const first = await listed({ ...question, limit: '2' });
  const second = await listed({ ...question, limit: '2', cursor: first.next ?? '' });
  const all = [...first.rows, ...second.rows].map(({ of, subject: name }) => [of, name]);
  expect(all).toEqual([
    ['start', 'w1'],
    ['start', 'w2'],
    ['end', 'w2'],
  ]);
  expect(second.next).toBeNull();
  let text = '';
  await exportRows(planted.dataSource, 'churn-rate', question, here, csvRows, async (piece) => {
    text += piece;
  });
  expect(text.trim().split('\r\n')).toHaveLength(1 + all.length);
  const told = await explain(planted.dataSource, 'churn-rate', question, here);
  expect(told).toMatchObject({
    ok: true,
    body: {
      row_count: 3,
      parts: [
        { name: 'start', row_count: 2 },
        { name: 'end', row_count: 1 },
      ],
      groups: [{ group: { value: 0.5, n: 2 } }],
    },
  });
});
