import { formatWait, targetLabel } from './wait-format.js';

const shown = (seconds: number): string => formatWait(seconds * 1_000, (days) => `${days} d`);

describe('a wait', () => {
  it.each([
    [0, '0:00'],
    [59.999, '0:59'],
    [60, '1:00'],
    [462, '7:42'],
    [3_599, '59:59'],
    [3_600, '1:00'],
    [3_660, '1:01'],
    [359_999, '99:59'],
    [360_000, '4 d'],
    [8_640_000, '100 d'],
  ])('of %d s shows as %s', (seconds, text) => {
    expect(shown(seconds)).toBe(text);
  });
});

describe('the label of a target', () => {
  it('has whole hours or minutes where they say it all, else a clock', () => {
    expect(targetLabel(300)).toEqual({ unit: 'minute', count: 5 });
    expect(targetLabel(3_600)).toEqual({ unit: 'minute', count: 60 });
    expect(targetLabel(86_400)).toEqual({ unit: 'hour', count: 24 });
    expect(targetLabel(90)).toEqual({ clock: '1:30' });
    expect(targetLabel(45)).toEqual({ clock: '0:45' });
  });
});
