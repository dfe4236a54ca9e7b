import { countedTo, freshnessAt } from './freshness.js';

/** a page that began long ago, heard its last frame at 0 and is looked at `age` ms later */
const after = (age: number, cutAt: number | null = null) =>
  freshnessAt({ now: age, startedAt: -1_000_000, lastFrameAt: 0, cutAt, hasState: true });
const beforeAnyState = (now: number, lastFrameAt: number | null = null) =>
  freshnessAt({ now, startedAt: 0, lastFrameAt, cutAt: null, hasState: false });

describe('freshness', () => {
  it.each([
    [0, 'live'],
    [6_999, 'live'],
    [7_000, 'reconnecting'],
    [9_999, 'reconnecting'],
    [10_000, 'stale'],
    [59_999, 'stale'],
    [60_000, 'unknown'],
    [299_999, 'unknown'],
    [300_000, 'gone'],
  ])('after %d ms without a frame it is %s, though the link seems to stand', (age, step) => {
    expect(after(age)).toBe(step);
  });

  it('shows nothing of a cut under 2 s', () => {
    expect(after(2_999, 1_000)).toBe('live');
    expect(after(3_000, 1_000)).toBe('reconnecting');
  });

  it('counts from the last frame, not from the cut', () => {
    expect(after(10_000, 9_500)).toBe('stale');
  });

  it('shows a skeleton only when the first state takes longer than 300 ms', () => {
    expect(beforeAnyState(299)).toBe('starting');
    expect(beforeAnyState(300)).toBe('loading');
    expect(beforeAnyState(9_999)).toBe('loading');
  });

  it('says that there is no connection when nothing was ever heard for 10 s', () => {
    expect(beforeAnyState(10_000)).toBe('gone');
    expect(beforeAnyState(60_000, 58_000)).toBe('loading');
  });
});

describe('waits', () => {
  it('stand still from 10 s after the last frame on', () => {
    expect(countedTo(9_000, 0)).toBe(9_000);
    expect(countedTo(45_000, 0)).toBe(10_000);
  });
});
