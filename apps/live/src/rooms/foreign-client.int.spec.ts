import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io, type Socket } from 'socket.io-client';
import { LivePage } from '../testing/live-page.js';
import { type OpenWall, openWall } from '../testing/open-wall.js';

/** What one page does to the sockets, whatever it is, is not felt by another. */
let floor: OpenWall;
const sockets: Socket[] = [];

beforeEach(async () => {
  floor = await openWall();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await floor.close();
});

async function stranger(): Promise<Socket> {
  const socket = io(floor.live.url, { transports: ['websocket'], reconnection: false, forceNew: true });
  sockets.push(socket);
  await until('the connection', () => socket.connected);
  return socket;
}

/** The wall that was there before goes on hearing. */
async function theOthersHear(): Promise<void> {
  await floor.planted.plant(lead('zoe').arrived('09:05:30'));
  await floor.screen.sees('the new lead', ({ waiting }) => waiting.some(({ lead: shown }) => shown === 'zoe'));
  expect(floor.screen.socket.connected).toBe(true);
}

describe('a page that does what the protocol does not know', () => {
  it('is sent away with 10,000 messages at once', async () => {
    const socket = await stranger();
    for (let n = 0; n < 10_000; n++) socket.emit('clock', {});
    await until('the end of the connection', () => !socket.connected);
    await theOthersHear();
  });

  it('is sent away with a frame of 1 MB', async () => {
    const socket = await stranger();
    socket.emit('resume', { stream: 'x'.repeat(1_000_000), epoch: 'e', from: 0 });
    await until('the end of the connection', () => !socket.connected);
    await theOthersHear();
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'wall'],
    ['no number', { stream: 'wall', epoch: 'e', from: 'all' }],
    ['a stream that it does not hear', { stream: 'rep:ana', epoch: 'e', from: 0 }],
    ['a stream that there is not', { stream: '__proto__', epoch: 'e', from: 0 }],
  ])('gets no answer to a resume of %s, and goes on hearing', async (_what, message) => {
    const socket = await stranger();
    const heard: unknown[] = [];
    socket.on('snapshot', (frame) => void heard.push(frame));
    socket.emit('resume', message);
    // messages are answered in their order
    expect(await socket.emitWithAck('clock', {})).toEqual({ serverTime: at('09:06') });
    expect(heard).toEqual([]);
    await theOthersHear();
  });
});

describe('a room that is being filled', () => {
  it('is not given up when another page asks for the time meanwhile', async () => {
    const asking = await LivePage.connect(floor.live.url, { protocol: 1, view: 'team', team: null }, ['team']);
    const reps = ['ana', 'luis', 'eva', 'tom'];
    const opening = reps.map(async (rep, n) => {
      // names are read for each page: nobody has seen this lead
      await floor.planted.plant(lead(`new-${rep}`).arrived(`09:05:0${n}`, { owner: rep }));
      return LivePage.connect(floor.live.url, { protocol: 1, view: 'rep', rep }, ['floor', `rep:${rep}`]);
    });
    const clock = setInterval(() => asking.socket.emit('clock', {}), 1);
    const pages = await Promise.all(opening);
    clearInterval(clock);
    sockets.push(asking.socket, ...pages.map(({ socket }) => socket));
    await floor.planted.plant(...reps.map((rep) => lead(`last-${rep}`).arrived('09:05:30', { owner: rep })));
    for (const [n, page] of pages.entries()) {
      await until(`the lead of ${reps[n]}`, () => JSON.stringify(page.states.get(`rep:${reps[n]}`)).includes(`last-${reps[n]}`));
    }
  });
});
