import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { openDoor, type TcpDoor } from '@leadclock/event-log/testing/tcp-door.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { freePort } from '@leadclock/runtime/free-port.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource } from 'typeorm';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';
import { WallScreen } from '../testing/wall-screen.js';

let planted: Planted;
let line: TcpDoor;
let serverPort: number;
let dataSource: DataSource;
let clock: StoryClock;
let live: LiveApp;
let screen: WallScreen;

const unready = () => live.readiness.blockers()['live'];

beforeEach(async () => {
  planted = await Planted.open();
  await planted.plant(lead('ada').arrived('09:00'));
  line = await openDoor();
  const url = new URL(planted.url);
  serverPort = Number(url.port);
  line.leadsTo(serverPort);
  url.port = String(line.port);
  dataSource = await createDataSource(url.href).initialize();
  clock = new StoryClock(at('09:01'));
  live = await startLiveApp(dataSource, clock);
  screen = await WallScreen.connect(live.url);
  await screen.sees('who waits', ({ waitingCount }) => waitingCount === 1);
});
afterEach(async () => {
  screen.close();
  await live.close();
  await dataSource.destroy();
  await line.close();
  await planted.close();
});

describe('a wall whose database', () => {
  it('was started again shows what came meanwhile, and what comes then', async () => {
    line.leadsTo(await freePort());
    line.cut();
    await until('the reason', unready);
    await planted.plant(lead('bob').arrived('09:00:30'));
    line.leadsTo(serverPort);
    await screen.sees('what came meanwhile', ({ waitingCount }) => waitingCount === 2);
    expect(unready()).toBeUndefined();
    await planted.plant(lead('cy').arrived('09:00:40'));
    await screen.sees('what comes then', ({ waitingCount }) => waitingCount === 3);
  });

  it('does not answer any more says so, sends no heartbeat, and goes on when it does', async () => {
    line.hush(true);
    await until('the reason', unready);
    const before = screen.heartbeats.length;
    clock.now += 60_000;
    expect(await screen.socket.emitWithAck('clock', {})).toEqual({ serverTime: clock.now });
    expect(screen.heartbeats).toHaveLength(before);
    line.hush(false);
    line.cut();
    await planted.plant(lead('bob').arrived('09:00:30'));
    await screen.sees('what came meanwhile', ({ waitingCount }) => waitingCount === 2);
    await until('no reason', () => unready() === undefined);
  });
});
