import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { PatchOf } from '@leadclock/live-protocol/frames.js';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { array, assert, boolean, integer, property, record } from 'fast-check';
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

  it('leads any screen to its own state, through cuts, repeats and restarts', () => {
    const step = record({ value: integer({ min: 0, max: 3 }), lost: boolean(), again: boolean(), restart: integer({ min: 0, max: 20 }) });
    assert(
      property(array(step, { maxLength: 60 }), (steps) => {
        const wall = stream();
        let screen = wall.snapshot();
        const apply = (patch: PatchOf<WallState>) => {
          if (patch.epoch !== screen.epoch || patch.seq !== screen.seq + 1) return;
          screen = { ...screen, seq: patch.seq, state: Object.assign({ ...screen.state }, patch.set) };
        };
        steps.forEach(({ value, lost, again, restart }, i) => {
          if (restart === 0) wall.restart(`r${i}`, { ...emptyWall(), waitingCount: value });
          const patch = wall.publish(counts(value));
          if (patch !== null && !lost) apply(patch);
          if (patch !== null && again) apply(patch);
        });
        const missed = wall.since({ epoch: screen.epoch, seq: screen.seq });
        if (missed === null) screen = wall.snapshot();
        else missed.forEach(apply);
        expect(screen.state).toEqual(wall.snapshot().state);
        expect({ epoch: screen.epoch, seq: screen.seq }).toEqual(wall.head);
      }),
    );
  });
});
