import { Listener } from './listener.js';
import { LiveStream } from './live-stream.js';

interface Count {
  readonly n: number;
}
const snapshot = (stream: string, n: number) => ({ stream, epoch: 'a', seq: 0, serverTime: 50_000, build: '1', state: { n } });
const patch = (stream: string, seq: number, n: number) => ({ stream, epoch: 'a', seq, serverTime: 50_000, set: { n } });
const two = () => {
  const [floor, rep] = [new LiveStream<Count>('floor'), new LiveStream<Count>('rep:ana')];
  return { floor, rep, listener: new Listener<Count>(0, 0, [floor, rep], () => 0) };
};

describe('two streams over one socket', () => {
  it('each take their own frames, and the page has a state when both have', () => {
    const { floor, rep, listener } = two();
    listener.snapshot(snapshot('floor', 1), 400);
    expect(listener.view(1_000).freshness).toBe('loading');
    listener.snapshot(snapshot('rep:ana', 2), 1_000);
    listener.patch(patch('rep:ana', 1, 3), 1_100);
    listener.patch(patch('rep:luis', 1, 9), 1_200);
    expect([floor.state, rep.state]).toEqual([{ n: 1 }, { n: 3 }]);
    expect(listener.view(1_200).freshness).toBe('live');
  });

  it('each ask for what they miss, as one heartbeat tells', () => {
    const { listener } = two();
    listener.snapshot(snapshot('floor', 1), 400);
    const heads = { floor: { epoch: 'a', seq: 2 }, 'rep:ana': { epoch: 'b', seq: 5 } };
    expect(listener.heartbeat({ serverTime: 55_000, build: '1', heads }, 5_400)).toEqual([
      { stream: 'floor', epoch: 'a', from: 0 },
      { stream: 'rep:ana', epoch: 'none', from: 0 },
    ]);
  });
});
