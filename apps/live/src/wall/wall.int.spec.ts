import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io } from 'socket.io-client';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';
import { WallScreen } from '../testing/wall-screen.js';
import { WallService } from './wall.service.js';

let planted: Planted;
let clock: StoryClock;
let live: LiveApp;
let screen: WallScreen;

const rep = (name: string) => ({ name, team: 'north', active: true });

beforeEach(async () => {
  planted = await Planted.open();
  clock = new StoryClock(at('09:06'));
  await planted.plant(
    subject('site').tell('site.set', '08:00', { name: 'Sala de ventas', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
    subject('ana').tell('rep.set', '08:00', rep('Ana')),
    lead('ada').arrived('09:00', { owner: 'ana' }),
    lead('bob').arrived('09:04'),
    ...[1, 2, 3].map((n) => lead(`done-${n}`).arrived('08:00').called(`08:0${n}`, 'ana', 'connected')),
  );
  await planted.dataSource.query(`insert into contact (lead, name, time, source, id) values ('ada', 'Ada Lovelace', now(), '/s', '1')`);
  live = await startLiveApp(planted.dataSource, clock);
  screen = await WallScreen.connect(live.url);
  await screen.sees('the figures', (state) => state.setup.anyLead);
});
afterEach(async () => {
  screen.close();
  await live.close();
  await planted.close();
});

describe('the wall', () => {
  it('shows who waits, who is late, and who was fast, without more of a person than a first name and an initial', async () => {
    const state = await screen.sees('the first figures', ({ fastest }) => fastest.length > 0);
    expect(state).toEqual({
      site: { name: 'Sala de ventas', zone: 'Europe/Madrid', locale: 'es-ES', targetSeconds: 300, goal: 0.95 },
      lateCount: 1,
      waitingCount: 2,
      oldest: { lead: 'ada', name: 'Ada L.', owner: 'Ana', since: at('09:00'), due: at('09:05'), heldMs: null },
      inTarget: { value: 0.75, n: 4 },
      waiting: [
        { lead: 'ada', name: 'Ada L.', owner: 'Ana', since: at('09:00'), due: at('09:05'), heldMs: null },
        { lead: 'bob', name: '#bob', owner: null, since: at('09:04'), due: at('09:09'), heldMs: null },
      ],
      fastest: [{ rank: 1, rep: 'Ana', medianSeconds: 120, answered: 3 }],
      news: [
        { id: 'done-3 call-08:03', rep: 'Ana', lead: '#done-3', seconds: 180, at: at('08:03') },
        { id: 'done-2 call-08:02', rep: 'Ana', lead: '#done-2', seconds: 120, at: at('08:02') },
        { id: 'done-1 call-08:01', rep: 'Ana', lead: '#done-1', seconds: 60, at: at('08:01') },
      ],
      setup: { anyLead: true, source: null },
      pending: null,
    });
    expect(JSON.stringify([screen.snapshots, screen.patches])).not.toContain('Lovelace');
  });

  it('moves with an event', async () => {
    await planted.plant(lead('ada').touched('09:05:30', { rep: 'ana', outcome: 'connected' }, { id: 'a2' }));
    const state = await screen.sees('the answer', ({ waitingCount }) => waitingCount === 1);
    expect(state).toMatchObject({
      lateCount: 0,
      oldest: { lead: 'bob' },
      news: [{ rep: 'Ana', lead: 'Ada L.', seconds: 330 }, {}, {}, {}],
    });
    expect(screen.patches.at(-1)?.epoch).toBe(screen.epoch);
    await screen.sees('the figure of today', ({ inTarget }) => inTarget.n === 4 && inTarget.value === 0.75);
  });

  it('moves with the clock alone: late at the deadline, empty figures after midnight', async () => {
    clock.now = at('09:09');
    await screen.sees('bob late', ({ lateCount }) => lateCount === 2);
    clock.now = at('23:00');
    const state = await screen.sees('a new day in Madrid', ({ inTarget }) => inTarget.n === 0);
    expect(state).toMatchObject({ fastest: [], news: [], waitingCount: 2, inTarget: { value: null, n: 0 } });
  });

  it('shows how long a paused lead had waited, behind all whose clock runs', async () => {
    await planted.plant(lead('ada').tell('lead.paused', '09:02', {}, { id: 'p1' }));
    const state = await screen.sees('the pause', ({ waiting }) => waiting.some(({ heldMs }) => heldMs !== null));
    expect(state.waiting.map(({ lead: id, heldMs }) => [id, heldMs])).toEqual([
      ['bob', null],
      ['ada', 120_000],
    ]);
  });

  it('begins a new epoch when another set is read', async () => {
    const { epoch } = screen;
    await planted.dataSource.query('update current_set set epoch = epoch + 1');
    await until('another epoch', () => screen.epoch !== epoch);
    expect(screen.state).toMatchObject({ waitingCount: 2 });
  });

  it('reads everything again when a part of the feed is missing', async () => {
    const { epoch } = screen;
    await planted.dataSource.query('update set_1.checkpoint set change_no = change_no + 1 where partition = 1');
    await until('another epoch', () => screen.epoch !== epoch);
  });

  it('reads everything again when more than 5,000 subjects have changed', async () => {
    const { epoch } = screen;
    await planted.change(Array.from({ length: 5_001 }, (_, i) => `s${i}`));
    await until('another epoch', () => screen.epoch !== epoch);
  });

  it('reads everything again when the configuration has changed', async () => {
    await planted.plant(subject('ana').tell('rep.set', '08:30', rep('Ana María'), { id: 'r2' }));
    await screen.sees('the new name', ({ fastest }) => fastest[0]?.rep === 'Ana María');
  });

  it('says that it is not up to date while old events come in', async () => {
    await planted.plant(lead('late').arrived('08:00'));
    await screen.sees('the mark', ({ pending }) => pending === 'catching_up');
    await screen.sees('the end of it', ({ pending }) => pending === null);
  });

  it('is not ready while the read model cannot be read, and recovers by itself', async () => {
    await planted.dataSource.query('alter table current_set rename to current_set_away');
    await until('the reason', () => live.readiness.blockers()['live']);
    await planted.dataSource.query('alter table current_set_away rename to current_set');
    await until('no reason', () => live.readiness.blockers()['live'] === undefined);
  });
});

it('tells what has moved while the names could not be read', async () => {
  await screen.sees('quiet', ({ pending }) => pending === null);
  await planted.dataSource.query('alter table contact rename to contact_away');
  await planted.plant(lead('cy').arrived('09:05:59'));
  await until('the trouble', () => live.readiness.blockers()['live']);
  await planted.dataSource.query('alter table contact_away rename to contact');
  await screen.sees('the third lead', ({ waitingCount, waiting }) => waitingCount === 3 && waiting.length === 3);
});

describe('a screen', () => {
  it('hears of a lost last message by the heartbeat, and resumes', async () => {
    await screen.sees('quiet', ({ pending }) => pending === null);
    screen.deaf = true;
    const before = screen.snapshots.length;
    await planted.plant(lead('cy').arrived('09:05:59'));
    await until('the message to be lost', () => screen.missed > 0);
    clock.now += 5_000;
    const head = await until('a head beyond its own', () =>
      screen.heartbeats
        .map(({ heads }) => heads['wall'])
        .findLast((known) => known !== undefined && known.epoch === screen.epoch && known.seq > screen.seq),
    );
    screen.deaf = false;
    screen.socket.emit('resume', { stream: 'wall', epoch: screen.epoch, from: screen.seq });
    await until('what it missed', () => screen.seq >= head.seq);
    expect(screen.state?.waitingCount).toBe(3);
    expect(screen.snapshots).toHaveLength(before);
  });

  it.each([
    ['another epoch', { epoch: 'none', from: 0 }],
    ['a place ahead of the head', { epoch: null, from: 999_999 }],
  ])('gets a snapshot when it resumes from %s', async (_what, { epoch, from }) => {
    const before = screen.snapshots.length;
    screen.socket.emit('resume', { stream: 'wall', epoch: epoch ?? screen.epoch, from });
    await until('a snapshot', () => screen.snapshots.length > before);
  });

  it('is not answered when it speaks nonsense, and nothing breaks', async () => {
    const before = screen.snapshots.length;
    for (const nonsense of [null, 7, {}, { stream: 'wall', epoch: 1, from: 'x' }, { stream: 'another', epoch: 'e', from: 0 }])
      screen.socket.emit('resume', nonsense);
    expect(await screen.socket.emitWithAck('clock', {})).toEqual({ serverTime: clock.now });
    expect(screen.snapshots).toHaveLength(before);
  });

  it('hears a heartbeat each five seconds, with every head', async () => {
    const before = screen.heartbeats.length;
    clock.now += 5_000;
    await until('a heartbeat', () => screen.heartbeats.length > before);
    expect(screen.heartbeats.at(-1)).toMatchObject({
      serverTime: clock.now,
      build: expect.any(String),
      heads: { wall: { epoch: screen.epoch } },
    });
  });

  it('that does not read gets one snapshot when it does, and holds nobody up', async () => {
    const slow = await WallScreen.connect(live.url);
    const wire = slow.wire();
    wire.pause();
    const snapshots = slow.snapshots.length;
    const big = 'x'.repeat(100_000);
    const { room } = live.app.get(WallService);
    for (let n = 0; room.behind === 0 && n < 1_000; n++) {
      room.publish({ news: [{ id: `${n}`, rep: big, lead: '', seconds: n, at: n }] });
      await until('the other screen to have it', () => screen.state?.news[0]?.id === `${n}`);
    }
    expect(room.behind).toBe(1);
    wire.resume();
    await until('one snapshot', () => slow.snapshots.length === snapshots + 1);
    expect(room.behind).toBe(0);
    room.publish({ lateCount: 77 });
    await slow.sees('what comes after', ({ lateCount }) => lateCount === 77);
    slow.close();
  });

  it.each([
    ['a foreign page', { extraHeaders: { origin: 'https://evil.example' }, transports: ['websocket'] }],
    ['long polling', { transports: ['polling'] }],
  ])('is refused: %s', async (_what, options) => {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = io(live.url, { reconnection: false, forceNew: true, ...options });
      socket.on('connect', () => resolve(false));
      socket.on('connect_error', () => resolve(true));
    });
    expect(refused).toBe(true);
  });
});
