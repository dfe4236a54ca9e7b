import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io } from 'socket.io-client';
import { type OpenWall, openWall } from '../testing/open-wall.js';
import { WallScreen } from '../testing/wall-screen.js';
import { WallService } from './wall.service.js';

let wall: OpenWall;

beforeEach(async () => {
  wall = await openWall();
});
afterEach(() => wall.close());

describe('a screen', () => {
  it('hears of a lost last message by the heartbeat, and resumes', async () => {
    await wall.screen.sees('quiet', ({ pending }) => pending === null);
    wall.screen.deaf = true;
    const before = wall.screen.snapshots.length;
    await wall.planted.plant(lead('cy').arrived('09:05:59'));
    await until('the message to be lost', () => wall.screen.missed > 0);
    wall.clock.now += 5_000;
    const head = await until('a head beyond its own', () =>
      wall.screen.heartbeats
        .map(({ heads }) => heads['wall'])
        .findLast((known) => known !== undefined && known.epoch === wall.screen.epoch && known.seq > wall.screen.seq),
    );
    wall.screen.deaf = false;
    wall.screen.socket.emit('resume', { stream: 'wall', epoch: wall.screen.epoch, from: wall.screen.seq });
    await until('what it missed', () => wall.screen.seq >= head.seq);
    expect(wall.screen.state?.waitingCount).toBe(3);
    expect(wall.screen.snapshots).toHaveLength(before);
  });

  it.each([
    ['another epoch', { epoch: 'none', from: 0 }],
    ['a place ahead of the head', { epoch: null, from: 999_999 }],
  ])('gets a snapshot when it resumes from %s', async (_what, { epoch, from }) => {
    const before = wall.screen.snapshots.length;
    wall.screen.socket.emit('resume', { stream: 'wall', epoch: epoch ?? wall.screen.epoch, from });
    await until('a snapshot', () => wall.screen.snapshots.length > before);
  });

  it('is not answered when it speaks nonsense, and nothing breaks', async () => {
    const before = wall.screen.snapshots.length;
    for (const nonsense of [null, 7, {}, { stream: 'wall', epoch: 1, from: 'x' }, { stream: 'another', epoch: 'e', from: 0 }])
      wall.screen.socket.emit('resume', nonsense);
    expect(await wall.screen.socket.emitWithAck('clock', {})).toEqual({ serverTime: wall.clock.now });
    expect(wall.screen.snapshots).toHaveLength(before);
  });

  it('hears a heartbeat each five seconds, with every head', async () => {
    const before = wall.screen.heartbeats.length;
    wall.clock.now += 5_000;
    await until('a heartbeat', () => wall.screen.heartbeats.length > before);
    expect(wall.screen.heartbeats.at(-1)).toMatchObject({
      serverTime: wall.clock.now,
      build: expect.any(String),
      heads: { wall: { epoch: wall.screen.epoch } },
    });
  });

  it('that does not read gets one snapshot when it does, and holds nobody up', async () => {
    const slow = await WallScreen.connect(wall.live.url);
    const wire = slow.wire();
    wire.pause();
    const snapshots = slow.snapshots.length;
    const big = 'x'.repeat(100_000);
    const { room } = wall.live.app.get(WallService);
    for (let n = 0; room.behind === 0 && n < 1_000; n++) {
      room.publish({ news: [{ id: `${n}`, rep: big, lead: '', seconds: n, at: n }] });
      await until('the other screen to have it', () => wall.screen.state?.news[0]?.id === `${n}`);
    }
    expect(room.behind).toBe(1);
    wire.resume();
    await until('one snapshot', () => slow.snapshots.length === snapshots + 1);
    expect(room.behind).toBe(0);
    room.publish({ lateCount: 77 });
    await slow.sees('what comes after', ({ lateCount }) => lateCount === 77);
    slow.close();
  });

  it('that asks and does not read is not answered until it does', async () => {
    const slow = await WallScreen.connect(wall.live.url);
    const { room } = wall.live.app.get(WallService);
    room.publish({ news: [{ id: 'big', rep: 'x'.repeat(200_000), lead: '', seconds: 1, at: 1 }] });
    await slow.sees('the big state', ({ news }) => news[0]?.id === 'big');
    slow.wire().pause();
    const before = slow.snapshots.length;
    await until('it to be held back', () => {
      slow.socket.emit('resume', { stream: 'wall', epoch: 'none', from: 0 });
      return room.behind === 1;
    });
    let unanswered = true;
    slow.socket.emit('clock', {}, () => {
      unanswered = false;
    });
    slow.wire().resume();
    await until('it to be let in again', () => room.behind === 0 && slow.snapshots.length > before);
    expect(await slow.socket.emitWithAck('clock', {})).toEqual({ serverTime: wall.clock.now });
    expect(unanswered).toBe(true);
    slow.close();
  });

  it('that missed much gets one snapshot', async () => {
    const { room } = wall.live.app.get(WallService);
    wall.screen.deaf = true;
    for (let n = 1; n <= 40; n++) room.publish({ lateCount: 1_000 + n });
    await until('all to be lost', () => wall.screen.missed >= 40);
    wall.screen.deaf = false;
    const before = wall.screen.snapshots.length;
    wall.screen.socket.emit('resume', { stream: 'wall', epoch: wall.screen.epoch, from: wall.screen.seq });
    await wall.screen.sees('the last of them', ({ lateCount }) => lateCount === 1_040);
    expect([wall.screen.snapshots.length, wall.screen.patches.filter(({ set }) => (set.lateCount ?? 0) > 1_000)]).toEqual([before + 1, []]);
  });

  it.each([
    ['a foreign page', { extraHeaders: { origin: 'https://evil.example' }, transports: ['websocket'] }],
    ['long polling', { transports: ['polling'] }],
  ])('is refused: %s', async (_what, options) => {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = io(wall.live.url, { reconnection: false, forceNew: true, ...options });
      socket.on('connect', () => resolve(false));
      socket.on('connect_error', () => resolve(true));
    });
    expect(refused).toBe(true);
  });
});
