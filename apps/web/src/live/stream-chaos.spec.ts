import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { Heartbeat, Patch, Resume, Snapshot, WallState } from '@leadclock/live-protocol/protocol.js';
import fc from 'fast-check';
import { type Heard, hearHeartbeat, hearPatch, hearSnapshot, type StreamState, silentStream } from './stream.js';

/**
 * A server, a link that loses, doubles and reorders frames, restarts and cuts, and a screen. Whatever happened: after the first
 * heartbeats of a quiet link the screen's state is the server's, and between snapshots it took each seq once and in order.
 */
type Frame = { kind: 'snapshot'; frame: Snapshot } | { kind: 'patch'; frame: Patch } | { kind: 'heartbeat'; frame: Heartbeat };
type Step =
  | { do: 'patch'; key: 'lateCount' | 'waitingCount'; value: number }
  | { do: 'heartbeat' | 'restart' | 'reconnect' | 'lose' | 'double' | 'swap' | 'deliver' };

const RING = 20;
const wall = emptyWall();

function theatre() {
  let [state, epoch, seq] = [wall, 0, 0];
  let screen: StreamState<WallState> = silentStream;
  let ring: Patch[] = [];
  let link: Frame[] = [];
  const name = () => `epoch-${epoch}`;
  const snapshot = (): Frame => ({
    kind: 'snapshot',
    frame: { stream: 's', epoch: name(), seq, serverTime: 0, build: '1', state },
  });
  const answer = ({ epoch: of, from }: Resume): void => {
    const kept = ring.length === 0 || (ring[0]?.seq ?? 0) <= from + 1;
    if (of !== name() || from > seq || !kept) link.push(snapshot());
    else link.push(...ring.filter((patch) => patch.seq > from).map((frame): Frame => ({ kind: 'patch', frame })));
  };
  const hear = (frame: Frame): Heard<WallState> => {
    if (frame.kind === 'snapshot') return hearSnapshot(screen, frame.frame);
    return frame.kind === 'patch' ? hearPatch(screen, frame.frame) : hearHeartbeat(screen, frame.frame);
  };
  const deliver = (): void => {
    const frame = link.shift();
    if (frame === undefined) return;
    const before = screen;
    const { next, ask } = hear(frame);
    screen = next;
    if (frame.kind === 'patch' && before.state !== null) {
      expect(next.epoch).toBe(before.epoch);
      expect(next.seq).toBeGreaterThanOrEqual(before.seq);
      // a patch moves the state only when it is the very next one
      if (next.seq > before.seq) expect(frame.frame).toMatchObject({ seq: before.seq + 1, epoch: before.epoch });
      else expect(next.state).toBe(before.state);
    }
    if (ask !== null) answer(ask);
  };
  const perform = (step: Step): void => {
    if (step.do === 'patch') {
      seq += 1;
      state = { ...state, [step.key]: step.value };
      const frame: Patch = { stream: 's', epoch: name(), seq, serverTime: 0, set: { [step.key]: step.value } };
      ring = [...ring, frame].slice(-RING);
      link.push({ kind: 'patch', frame });
    } else if (step.do === 'heartbeat') {
      link.push({ kind: 'heartbeat', frame: { serverTime: 0, build: '1', heads: { s: { epoch: name(), seq } } } });
    } else if (step.do === 'restart') {
      [epoch, seq, ring] = [epoch + 1, 0, []];
      link.push(snapshot());
    } else if (step.do === 'reconnect') link = [snapshot()];
    else if (step.do === 'lose') link.pop();
    else if (step.do === 'double') link.push(...link.slice(-1));
    else if (step.do === 'swap') link.reverse();
    else deliver();
  };
  const settle = (): void => {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      perform({ do: 'heartbeat' });
      while (link.length > 0) deliver();
    }
  };
  return { perform, settle, shown: () => screen.state, served: () => state, held: () => screen.held.length };
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('patch' as const),
      key: fc.constantFrom('lateCount' as const, 'waitingCount' as const),
      value: fc.nat(99),
    }),
  },
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'deliver' }) },
  { weight: 4, arbitrary: fc.constantFrom<Step>({ do: 'lose' }, { do: 'double' }, { do: 'swap' }, { do: 'heartbeat' }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'restart' }, { do: 'reconnect' }) },
);

describe('a stream over a bad link', () => {
  it('ends with the state of the server and takes no patch twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { perform, settle, shown, served, held } = theatre();
        for (const each of steps) perform(each);
        settle();
        expect(shown()).toEqual(served());
        expect(held()).toBe(0);
      }),
      { numRuns: 10_000 },
    );
  });
});
