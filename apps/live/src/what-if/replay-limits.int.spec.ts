import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';
import { type ReplayLimits, replayLimits } from './replay-limits.js';

let planted: Planted;
let app: LiveApp;
beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(
    subject('site').tell('site.set', '07:00', { name: 'Us', zone: 'UTC', locale: 'en', currency: 'EUR' }),
    // twenty on Monday morning, by which a replay looks whether it may go on, and nineteen of them by ten o'clock
    ...Array.from({ length: 20 }, (_, number) =>
      lead(`l${number}`)
        .arrived(number < 19 ? '09:00' : '10:00')
        .called('10:01', 'ana'),
    ),
  );
});
afterAll(() => planted.close());
afterEach(() => app.close());

const startWith = async (limits: Partial<ReplayLimits>): Promise<void> => {
  app = await startLiveApp(planted.dataSource, new StoryClock(at('tue 12:00')), null, { ...replayLimits, ...limits });
};
const monday = { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z' };
async function ask(body: object = monday) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${app.url}/v1/what-if`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: Object(await response.json()) };
}
const shorter = 'ask for a shorter period, or use leadclock what-if, which takes as long as it needs';

/** Does something while nobody can read leads: whoever asks for them waits. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const holder = planted.dataSource.createQueryRunner();
  try {
    await holder.startTransaction();
    await holder.query('lock table set_1.lead in access exclusive mode');
    return await work();
  } finally {
    await holder.rollbackTransaction();
    await holder.release();
  }
}
const waiting = async (): Promise<number> => {
  const [row] = await planted.dataSource.query<{ count: string }[]>(
    `select count(*) as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%select l.subject from set_1.lead%'`,
  );
  return Number(row?.count);
};

describe('a replay over HTTP', () => {
  it('that takes longer than it may is stopped, and told to ask for less; less is answered', async () => {
    await startWith({ replayMs: 0 });
    const { status, body } = await ask();
    expect([status, body.problem]).toEqual([503, `the replay takes more than 0 s; ${shorter}`]);
    expect(await ask({ ...monday, to: '2026-11-02T10:00:00Z' })).toMatchObject({ status: 200, body: { leads: 19 } });
  });

  it('of which one question takes longer than it may is stopped, and leaves its place to others', async () => {
    await startWith({ questionMs: 5_000, replays: 1 });
    const { status, body } = await whileHeld(() => ask());
    expect([status, body.problem]).toEqual([503, `a question to the database takes more than 5 s; ${shorter}`]);
    expect(await ask()).toMatchObject({ status: 200, body: { leads: 20 } });
  });

  it('is one of two at most: a third is told when to come again, and both are answered', async () => {
    await startWith({});
    const two = await whileHeld(async () => {
      const asked = [ask(), ask()];
      await until('two that are being replayed', async () => (await waiting()) === 2);
      const third = await ask();
      expect(third).toMatchObject({ status: 503, retryAfter: '5' });
      expect(third.body.problem).toBe('2 periods are being replayed already; ask again when one is done');
      return asked;
    }).then((asked) => Promise.all(asked));
    expect(two.map(({ status }) => status)).toEqual([200, 200]);
    expect(await ask()).toMatchObject({ status: 200 });
  });
});
