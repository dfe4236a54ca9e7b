import { barOf } from './bar.js';

describe('the bar of a wait', () => {
  it('fills to the target', () => {
    expect(barOf(231_000, 300_000)).toEqual({ filled: 0.77, allowed: 1, soon: 0.6 });
  });

  it('is full, and not over, exactly at the target', () => {
    expect(barOf(300_000, 300_000)).toEqual({ filled: 1, allowed: 1, soon: 0.6 });
  });

  it('is as long as the wait beyond it, and the target moves left', () => {
    const { filled, allowed, soon } = barOf(600_000, 300_000);
    expect([filled, allowed, soon]).toEqual([1, 0.5, 0.3]);
  });

  it.each([null, 0])('stays empty with a target of %p', (target) => {
    expect(barOf(90_000, target).filled).toBe(0);
  });
});
