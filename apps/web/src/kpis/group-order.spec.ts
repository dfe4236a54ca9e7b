import type { Group } from './answers.js';
import { mostOf, ranked } from './group-order.js';

const group = (rep: string | null, value: number | null, n: number, more: object = {}): Group => ({
  key: { rep },
  value,
  n,
  excluded: {},
  ...more,
});
const more = { better: 'more' };
const less = { better: 'less' };
const told = (lines: ReturnType<typeof ranked>) =>
  lines.map(({ group: { key }, rank, tied }) => `${rank ?? '-'}${tied ? '=' : ''} ${key['rep'] ?? 'null'}`);

describe('the order of groups', () => {
  const groups = [
    group('ana', 0.5, 40),
    group('bob', 0.9, 12),
    group('cy', 1, 9, { small: true }),
    group('dee', 0.9, 30),
    group('eve', null, 0),
    group('fay', 0.1, 10),
  ];

  it('ranks the better first; equal ones share a place, and the next comes after both', () => {
    expect(told(ranked(groups, more, false, null))).toEqual(['1= bob', '1= dee', '3 ana', '4 fay', '- cy', '- eve']);
  });

  it('greys and never ranks what the server calls small', () => {
    const [cy, fay] = ['cy', 'fay'].map((rep) => ranked(groups, more, false, null).find(({ group: { key } }) => key['rep'] === rep));
    expect([cy?.small, cy?.rank, fay?.small, fay?.rank]).toEqual([true, null, false, 4]);
  });

  it('has a rule of its own for nothing: of three rows it is believed like of three hundred', () => {
    expect(told(ranked([group('ana', 0.5, 3), group('bob', 0.4, 500, { small: true })], more, false, null))).toEqual(['1 ana', '- bob']);
  });

  it('puts less first where less is better, and a count of none is a count', () => {
    const waits = [group('ana', 3, 3), group('bob', 0, 0), group(null, 1, 1)];
    expect(told(ranked(waits, less, false, null))).toEqual(['1 bob', '2 ana', '- null']);
  });

  it('compares money of one currency alone: what could not be converted has no place and no part in the longest bar', () => {
    const money = [
      group('ana', 10, 3, { currency: 'EUR' }),
      group('ana', 500, 3, { currency: 'CHF' }),
      group('bob', 0, 0, { currency: null }),
      group('cy', 20, 3, { currency: 'EUR' }),
    ];
    const lines = ranked(money, more, false, null);
    expect(told(lines)).toEqual(['1 cy', '2 ana', '3 bob', '- ana']);
    expect([lines.map(({ apart }) => apart), mostOf(lines)]).toEqual([[false, false, false, true], 20]);
  });

  it('takes for the currency of the sums the first that is named: who cost nothing may name none', () => {
    const money = [
      group('ana', 0, 3, { currency: null }),
      group('bob', 30, 3, { currency: 'EUR' }),
      group('cy', 20, 3, { currency: 'EUR' }),
    ];
    const lines = ranked(money, less, false, null);
    expect([told(lines), mostOf(lines)]).toEqual([['1 ana', '2 cy', '3 bob'], 30]);
  });

  it('sorts by any column, the missing last whichever way, and keeps the ranks', () => {
    const people = [group('ana', 0.5, 40, { p90: 7 }), group('bob', 0.9, 12, { p90: null }), group('cy', 0.8, 20, { p90: 3 })];
    expect(told(ranked(people, more, false, 'p90'))).toEqual(['2 cy', '3 ana', '1 bob']);
    expect(told(ranked(people, more, false, '-p90'))).toEqual(['3 ana', '2 cy', '1 bob']);
    expect(told(ranked(people, more, false, '-rep'))).toEqual(['2 cy', '1 bob', '3 ana']);
  });

  it('turns round by value with the small still behind', () => {
    expect(told(ranked(groups, more, false, 'value'))).toEqual(['4 fay', '3 ana', '1= bob', '1= dee', '- cy', '- eve']);
  });

  it('leaves a series as it came, without ranks, until somebody sorts it', () => {
    const stages = [group('created', 5, 5), group('answered', 9, 9)];
    const neither = { better: 'neither' };
    expect(told(ranked(stages, neither, true, null))).toEqual(['- created', '- answered']);
    expect(told(ranked(stages, neither, true, '-value'))).toEqual(['- answered', '- created']);
  });
});
