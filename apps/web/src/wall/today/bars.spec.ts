import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { barsOf, picture, targetX } from './bars.js';

const edges = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600];
const bins = (...counts: readonly number[]): ResponseBin[] =>
  edges.map((fromSeconds, at) => ({ fromSeconds, toSeconds: edges[at + 1] ?? null, count: counts[at] ?? 0 }));

describe('the bars of the distribution', () => {
  it('are as tall as their share of the largest', () => {
    const heights = barsOf(bins(38, 49), 300).map(({ height }) => Math.round(height));
    expect(heights.slice(0, 3)).toEqual([211, picture.tallest, 0]);
  });

  it('are never flat where there is something, and all flat where there is nothing', () => {
    expect(barsOf(bins(1_000, 1), 300)[1]?.height).toBe(picture.least);
    expect(barsOf(bins(), 300).map(({ height }) => height)).toEqual(Array<number>(9).fill(0));
  });

  it('are late from the target on', () => {
    expect(barsOf(bins(), 300).findIndex(({ late }) => late)).toBe(5);
    expect(barsOf(bins(), 900).findIndex(({ late }) => late)).toBe(7);
  });

  it('all tell their number while it has two digits, side by side and equal', () => {
    expect(barsOf(bins(11, 11, 11, 11, 11, 11, 11, 11, 11), 300).every(({ told }) => told)).toBe(true);
  });

  it('all tell their number while it has three digits, no wider than the bar has room', () => {
    const bars = barsOf(bins(120, 125, 118, 121, 120, 119, 122, 123, 120), 300);
    expect(bars.every(({ told }) => told)).toBe(true);
    expect(bars.every(({ labelSet }) => labelSet !== null && labelSet < picture.step)).toBe(true);
  });

  it('leave the smaller number out where two of four digits would stand in each other', () => {
    const told = (...counts: readonly number[]) => barsOf(bins(...counts), 300).map((bar) => bar.told);
    expect(told(1_200, 1_250, 1_180).slice(0, 3)).toEqual([false, true, false]);
    expect(told(1_200, 5_120).slice(0, 2)).toEqual([true, true]);
  });
});

describe('a number', () => {
  it('stands over the middle of its bar, and inside the picture where it is long', () => {
    const bars = barsOf(bins(38, 0, 0, 0, 0, 0, 0, 0, 9_999), 300);
    expect([bars[0]?.labelX, bars[8]?.labelX]).toEqual([65.5, 617]);
  });
});

describe('the line at the target', () => {
  it('stands on the edge of five minutes', () => {
    expect(targetX(bins(), 300)).toBe(385);
  });

  it('stands between the edges where none is the target', () => {
    expect(targetX(bins(), 1_200)).toBe(30 + 71 * 6.5);
  });

  it('stands on the last edge at an hour, and not at all beyond it or before there are bins', () => {
    expect(targetX(bins(), 3_600)).toBe(30 + 71 * 8);
    expect(targetX(bins(), 7_200)).toBeNull();
    expect(targetX([], 300)).toBeNull();
  });
});
