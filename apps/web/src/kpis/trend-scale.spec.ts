import { axisOf, bucketFor, memberOf } from './trend-scale.js';

describe('the axis of a trend', () => {
  it.each([
    ['leads', [3, 10], [0, 3, 6, 9, 12]],
    ['leads', [1], [0, 1]],
    ['leads', [], [0, 1]],
    ['leads', [0, 0], [0, 1]],
    ['money', [760_000], [0, 200_000, 400_000, 600_000, 800_000]],
    ['ratio', [0.93], [0, 0.25, 0.5, 0.75, 1]],
    ['ratio', [0.04], [0, 0.01, 0.02, 0.03, 0.04]],
    ['s', [140], [0, 60, 120, 180]],
    ['s', [100_000], [0, 43_200, 86_400, 129_600]],
    ['points', [-30, 50], [-40, -20, 0, 20, 40, 60]],
  ])('of %s up to %j has the marks %j', (unit, values, marks) => {
    expect(axisOf(values, unit).marks).toEqual(marks);
  });
});

describe('the step of a trend', () => {
  const day = 86_400_000;
  it.each([
    [2 * day, 'hour'],
    [2 * day + 1, 'day'],
    [90 * day, 'day'],
    [365 * day, 'week'],
    [1_000 * day, 'month'],
    [null, 'day'],
  ])('suits %p ms: %s', (length, bucket) => {
    expect(bucketFor(length)).toBe(bucket);
  });
});

describe('the line of a trend', () => {
  const group = (stage: string) => ({ key: { stage }, value: 1, n: 1, excluded: {} });
  it('goes through the member that is chosen, else through the first', () => {
    const groups = [group('created'), group('won')];
    expect(memberOf(groups, { stage: 'won' })?.key['stage']).toBe('won');
    expect(memberOf(groups, null)?.key['stage']).toBe('created');
    expect(memberOf(groups, { stage: 'gone' })).toBeUndefined();
  });
});
