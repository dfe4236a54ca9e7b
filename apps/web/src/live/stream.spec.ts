import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { Patch, Snapshot, WallState } from '@leadclock/live-protocol/protocol.js';
import { hearHeartbeat, hearPatch, hearSnapshot, MAX_HELD, type StreamState, silentStream } from './stream.js';

const wall = emptyWall();
const snapshot = (seq: number, lateCount: number, epoch = 'a'): Snapshot => ({
  stream: 'team:all',
  epoch,
  seq,
  serverTime: 0,
  build: '1',
  state: { ...wall, lateCount },
});
const patch = (seq: number, lateCount: number, epoch = 'a'): Patch => ({
  stream: 'team:all',
  epoch,
  seq,
  serverTime: 0,
  set: { lateCount },
});
const heads = (seq: number, epoch = 'a') => ({ serverTime: 0, build: '1', heads: { 'team:all': { epoch, seq } } });
const after = (...frames: readonly (Snapshot | Patch)[]): StreamState<WallState> =>
  frames.reduce<StreamState<WallState>>(
    (now, frame) => ('state' in frame ? hearSnapshot(now, frame) : hearPatch(now, frame)).next,
    silentStream,
  );
const late = (now: StreamState<WallState>): number | undefined => now.state?.lateCount;

describe('a stream', () => {
  it('applies the next patch and leaves the other keys as they are', () => {
    const now = after(snapshot(5, 1), patch(6, 2));
    expect(now.state).toEqual({ ...wall, lateCount: 2 });
    expect(now.seq).toBe(6);
  });

  it('drops a patch that it has applied already', () => {
    expect(late(after(snapshot(5, 1), patch(6, 2), patch(7, 3), patch(6, 2)))).toBe(3);
  });

  it('holds a patch from beyond a gap, asks once for what is missing, and applies both in order', () => {
    const held = hearPatch(after(snapshot(5, 1)), patch(7, 3));
    expect(late(held.next)).toBe(1);
    expect(held.ask).toEqual({ stream: 'team:all', epoch: 'a', from: 5 });
    const more = hearPatch(held.next, patch(8, 4));
    expect(more.ask).toBeNull();
    const closed = hearPatch(more.next, patch(6, 2));
    expect(late(closed.next)).toBe(4);
    expect(closed.next).toMatchObject({ seq: 8, held: [], asking: false });
  });

  it('applies what came before its snapshot, as far as the snapshot has not got it', () => {
    expect(late(after(patch(5, 1), patch(7, 3), patch(6, 2), snapshot(6, 2)))).toBe(3);
  });

  it('does not go back to an older snapshot of the same epoch', () => {
    expect(late(after(snapshot(9, 4), snapshot(5, 1)))).toBe(4);
  });

  it('goes over to the snapshot of another epoch, whatever its seq', () => {
    expect(after(snapshot(900, 4), snapshot(2, 1, 'b'))).toMatchObject({ epoch: 'b', seq: 2, state: { lateCount: 1 } });
  });

  it('never applies a patch of another epoch', () => {
    const { next, ask } = hearPatch(after(snapshot(5, 1)), patch(6, 9, 'b'));
    expect(late(next)).toBe(1);
    expect(ask).toEqual({ stream: 'team:all', epoch: 'a', from: 5 });
  });

  it('finds a lost last message by the head of a heartbeat, and asks again at the next one', () => {
    const first = hearHeartbeat(after(snapshot(5, 1)), heads(6));
    expect(first.ask).toEqual({ stream: 'team:all', epoch: 'a', from: 5 });
    expect(hearHeartbeat(first.next, heads(6)).ask).not.toBeNull();
    expect(hearHeartbeat(hearPatch(first.next, patch(6, 2)).next, heads(6)).ask).toBeNull();
  });

  it('asks for a snapshot when the head is below its own seq, and then believes it', () => {
    const doubting = hearHeartbeat(after(snapshot(9, 4)), heads(3));
    expect(doubting.ask).not.toBeNull();
    expect(late(hearSnapshot(doubting.next, snapshot(3, 1)).next)).toBe(1);
  });

  it('learns the stream from a heartbeat when its first snapshot was lost', () => {
    expect(hearHeartbeat(silentStream, heads(3)).ask).toEqual({ stream: 'team:all', epoch: 'none', from: 0 });
  });

  it('lets go of what it held once a heartbeat says that nothing is missing', () => {
    const held = hearPatch(after(snapshot(5, 1)), patch(6, 9, 'b')).next;
    expect(held.held).toHaveLength(1);
    expect(hearHeartbeat(held, heads(5)).next).toMatchObject({ held: [], asking: false });
  });

  it('holds 200 patches and no more', () => {
    const gap = Array.from({ length: MAX_HELD + 50 }, (_, at) => patch(10 + at, at));
    expect(after(snapshot(5, 1), ...gap).held).toHaveLength(MAX_HELD);
  });
});
