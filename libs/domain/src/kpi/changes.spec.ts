import { changesBetween, meanOfValues } from './changes.js';
import type { GroupAnswer } from './running-answer.js';

const group = (rep: string | null, value: number | null, n: number, currency?: string): GroupAnswer => ({
  key: { rep },
  value,
  n,
  excluded: {},
  ...(currency === undefined ? {} : { currency }),
});

it('a change is now less then, and relative to what it was', () => {
  expect(changesBetween([group('ana', 3, 3)], [group('ana', 4, 4)])).toEqual([
    { key: { rep: 'ana' }, now: 3, then: 4, difference: -1, relative: -0.25 },
  ]);
});

it('from less than nothing is still up where there is more', () => {
  expect(changesBetween([group('ana', 2, 1)], [group('ana', -4, 1)])).toMatchObject([{ difference: 6, relative: 1.5 }]);
});

it('from nothing there is no relative change, and from no number none at all', () => {
  expect(changesBetween([group('ana', 3, 3), group('luis', 1, 1)], [group('ana', 0, 0), group('luis', null, 0)])).toMatchObject([
    { difference: 3, relative: null },
    { difference: null, relative: null },
  ]);
});

it('a group that is gone, and one of another currency, stand by themselves', () => {
  const now = [group('ana', 5, 1, 'EUR'), group('ana', 7, 1, 'USD')];
  expect(changesBetween(now, [group('ana', 4, 1, 'EUR'), group(null, 2, 1, 'EUR')])).toMatchObject([
    { key: { rep: 'ana' }, currency: 'EUR', difference: 1 },
    { key: { rep: 'ana' }, currency: 'USD', now: 7, then: null },
    { key: { rep: null }, currency: 'EUR', now: null, then: 2 },
  ]);
});

it('a group that has no number today has no change, and keeps what it had', () => {
  expect(changesBetween([group('ana', null, 0)], [group('ana', 4, 4)])).toEqual([
    { key: { rep: 'ana' }, now: null, then: 4, difference: null, relative: null },
  ]);
});

it('a mean of nothing is none, and sums that stand apart have means of their own', () => {
  expect(meanOfValues([[group('ana', null, 0)], [group('ana', null, 2)]])).toEqual([{ key: { rep: 'ana' }, value: null, n: 2, days: 0 }]);
  expect(meanOfValues([[group('ana', 4, 1, 'EUR'), group('ana', 9, 1, 'USD')], [group('ana', 6, 3, 'EUR')]])).toEqual([
    { key: { rep: 'ana' }, currency: 'EUR', value: 5, n: 4, days: 2 },
    { key: { rep: 'ana' }, currency: 'USD', value: 9, n: 1, days: 1 },
  ]);
});

it('a mean is of the values there are', () => {
  expect(meanOfValues([[group('ana', 2, 2)], [group('ana', null, 0)], [group('ana', 6, 6), group('luis', 9, 9)]])).toEqual([
    { key: { rep: 'ana' }, value: 4, n: 8, days: 2 },
    { key: { rep: 'luis' }, value: 9, n: 9, days: 1 },
  ]);
});
