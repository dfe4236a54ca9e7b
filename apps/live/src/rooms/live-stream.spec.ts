import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { LiveStream } from './live-stream.js';

let now = 1_000;
const stream = (epoch = 'e1') => new LiveStream({ stream: 'wall', build: 'b1', clock: () => now }, epoch, emptyWall());
const counts = (lateCount: number): Partial<WallState> => ({ lateCount });

beforeEach(() => {
  now = 1_000;
});

describe('a stream', () => {
  it('sends only keys that say something new, whole', () => {
    const wall = stream();
    expect(wall.publish({ lateCount: 3, waitingCount: 0 })).toMatchObject({ seq: 1, set: { lateCount: 3 } });
    expect(wall.publish({ lateCount: 3 })).toBeNull();
    expect(wall.head).toEqual({ epoch: 'e1', seq: 1 });
  });

  it('hands a screen that resumes exactly what it missed', () => {
    const wall = stream();
    for (const n of [1, 2, 3]) wall.publish(counts(n));
    expect(wall.since({ epoch: 'e1', seq: 1 })?.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(wall.since({ epoch: 'e1', seq: 3 })).toEqual([]);
  });

  it('knows nothing of another epoch, nor of a place ahead of its own', () => {
    const wall = stream();
    wall.publish(counts(1));
    expect(wall.since({ epoch: 'e0', seq: 0 })).toBeNull();
    expect(wall.since({ epoch: 'e1', seq: 2 })).toBeNull();
  });

  it('cannot be resumed across a restart', () => {
    const wall = stream();
    wall.publish(counts(1));
    wall.restart('e2', emptyWall());
    expect(wall.since({ epoch: 'e1', seq: 1 })).toBeNull();
    expect(wall.head).toEqual({ epoch: 'e2', seq: 0 });
  });

  it('says of a keyed part only the members that have changed, whatever text their id is', () => {
    const floor = new LiveStream({ stream: 's', build: 'b', clock: () => now, keyed: ['leads'] }, 'e1', { leads: {} });
    expect(floor.publish({ leads: { ada: 1, ['__proto__']: 2 } })?.members?.['leads']).toStrictEqual({ ada: 1, ['__proto__']: 2 });
    expect(floor.publish({ leads: { ada: 1 } })?.members?.['leads']).toStrictEqual({ ['__proto__']: null });
  });

  it('forgets patches after 32 more', () => {
    const wall = stream();
    for (let n = 1; n <= 33; n++) wall.publish(counts(n));
    expect(wall.since({ epoch: 'e1', seq: 0 })).toBeNull();
    expect(wall.since({ epoch: 'e1', seq: 1 })).toHaveLength(32);
  });

  it('forgets patches after 15 minutes', () => {
    const wall = stream();
    wall.publish(counts(1));
    now += 15 * 60_000 + 1;
    wall.publish(counts(2));
    expect(wall.since({ epoch: 'e1', seq: 0 })).toBeNull();
    expect(wall.since({ epoch: 'e1', seq: 1 })).toHaveLength(1);
  });
});
