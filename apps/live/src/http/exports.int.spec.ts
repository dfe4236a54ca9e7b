import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

const ADDRESS = '/v1/kpis/rep-activity/rows';
const TOUCHES = 30_000;
let planted: Planted;
let live: LiveApp;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(lead('ada').arrived('09:00').called('09:02', 'ana', 'connected'));
  // more than the sockets on both sides hold
  const { name } = await inSnapshot(planted.dataSource, async ({ set }) => set);
  await planted.dataSource.query(
    `insert into ${name}.fact (subject, kind, n, part, item, at, "from", value, outcome, touch_channel, rep)
     select 'lead-' || i / 4, kind, i % 4, part, item, at, "from", value, outcome, touch_channel, rep
       from ${name}.fact, generate_series(1, ${TOUCHES - 1}) i where kind = 'touch'`,
  );
  live = await startLiveApp(planted.dataSource, new StoryClock(at('10:00')));
});
afterAll(async () => {
  await live.close();
  await planted.close();
});

const ask = () => fetch(`${live.url}${ADDRESS}`, { headers: { accept: 'text/csv' } });

/** A reader who has begun to read all rows, and does not go on. */
async function stall(): Promise<Socket> {
  const { hostname, port } = new URL(live.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${ADDRESS} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/csv\r\n\r\n`);
  await once(socket, 'data');
  return socket.pause();
}

describe('exports of all rows', () => {
  it('come whole, each row once', async () => {
    const lines = (await (await ask()).text()).trimEnd().split('\r\n');
    expect([lines.length, new Set(lines).size]).toEqual([TOUCHES + 1, TOUCHES + 1]);
  });

  it('leave connections of the database to everybody else, however many readers do not read', async () => {
    const readers = await Promise.all([stall(), stall(), stall()]);
    const turnedAway = await ask();
    expect([turnedAway.status, turnedAway.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await turnedAway.json()).toMatchObject({ problem: expect.stringContaining('exports') });
    expect((await fetch(`${live.url}/v1/leads`)).status).toBe(200);
    for (const reader of readers) reader.destroy();
    await until('an export is taken again', async () => {
      const answer = await ask();
      await answer.body?.cancel();
      return answer.status === 200;
    });
  });
});
