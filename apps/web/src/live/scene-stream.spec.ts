import { SceneStream } from './scene-stream.js';

const state = { name: 'Floor', order: [], tiles: {} };
const snapshot = { stream: 'scene:floor', epoch: 'a', seq: 0, serverTime: 50_000, build: '1', state };
const beat = (stream: string, serverTime: number) => ({ serverTime, build: '1', heads: { [stream]: { epoch: 'a', seq: 0 } } });

describe('a board on the wall', () => {
  let now = 0;
  const listening = () => {
    now = 0;
    return new SceneStream('floor', () => now);
  };

  it('does not hold up the wall, and is missed after ten seconds', () => {
    const scene = listening();
    expect(scene.hasState()).toBe(true);
    now = 9_999;
    expect(scene.view()).toMatchObject({ state: null, freshness: 'loading', lastFrame: null });
    now = 10_000;
    expect(scene.view().freshness).toBe('gone');
  });

  it('is kept fresh by its own heartbeats, and by no others', () => {
    const scene = listening();
    scene.snapshot(snapshot);
    now = 9_000;
    scene.heartbeat(beat('scene:floor', 59_000));
    now = 18_000;
    scene.heartbeat(beat('wall', 68_000));
    expect(scene.view()).toMatchObject({ state, freshness: 'reconnecting', lastFrame: 59_000 });
    now = 19_000;
    expect(scene.view().freshness).toBe('stale');
    now = 69_000;
    expect(scene.view().freshness).toBe('unknown');
  });

  it('is fresh again with the next change', () => {
    const scene = listening();
    scene.snapshot(snapshot);
    now = 60_000;
    scene.patch({ stream: 'scene:floor', epoch: 'a', seq: 1, serverTime: 110_000, set: { name: 'Hall' } });
    expect(scene.view()).toMatchObject({ state: { name: 'Hall' }, freshness: 'live', lastFrame: 110_000 });
  });
});
