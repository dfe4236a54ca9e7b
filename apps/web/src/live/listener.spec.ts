import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { Snapshot, WallState } from '@leadclock/live-protocol/protocol.js';
import { Listener } from './listener.js';
import { LiveStream } from './live-stream.js';

const state = emptyWall();
const snapshot: Snapshot = { stream: 's', epoch: 'a', seq: 0, serverTime: 50_000, build: '1', state };
const listening = (startedAt: number, startedDate: number) =>
  new Listener(startedAt, startedDate, [new LiveStream<WallState>(null)], () => 0);

describe('what a screen shows', () => {
  it('is dated by the server, though the device lives in another year', () => {
    const listener = listening(0, 999_000_000);
    expect(listener.view(100).now).toBe(999_000_000);
    listener.snapshot(snapshot, 400);
    expect(listener.view(3_400)).toMatchObject({ now: 53_000, asOf: 53_000, lastFrame: 50_000, freshness: 'live' });
  });

  it('stands still while its clock goes on, once nothing comes any more', () => {
    const listener = listening(0, 0);
    listener.snapshot(snapshot, 400);
    expect(listener.view(30_400)).toMatchObject({ now: 80_000, asOf: 60_000, freshness: 'stale' });
  });

  it('is live again with the first frame of any kind', () => {
    const listener = listening(0, 0);
    listener.snapshot(snapshot, 400);
    listener.cut(500);
    listener.heartbeat({ serverTime: 90_000, build: '1', heads: { s: { epoch: 'a', seq: 0 } } }, 40_400);
    expect(listener.view(40_400).freshness).toBe('live');
  });

  it('counts a cut from its first moment, and not at all when a round trip shows that the link stands', () => {
    const listener = listening(0, 0);
    listener.snapshot(snapshot, 400);
    listener.cut(1_000);
    listener.cut(2_500);
    expect(listener.view(3_000).freshness).toBe('reconnecting');
    listener.sample({ sentAt: 3_000, heardAt: 3_010, serverTime: 52_600 });
    expect(listener.view(3_010).freshness).toBe('live');
  });

  it('has a full second also when its timer came 50 ms early', () => {
    const listener = listening(0, 0);
    listener.snapshot(snapshot, 0);
    expect(listener.view(2_950).now).toBe(53_000);
    expect(listener.view(2_949).now).toBe(52_000);
  });
});
