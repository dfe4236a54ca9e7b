import type { Fact } from '@leadclock/domain/facts/fact.js';
import { FactStore } from '../engine/fact-store.js';
import { blankFact } from '../testing/blank-fact.js';
import { LatestAnswers } from './latest-answers.js';
import { WaitingList } from './waiting-list.js';

const fact = (subject: string, told: Partial<Fact>): Fact => ({ ...blankFact, subject, part: 'running', ...told });

function listOf<T>(make: (store: FactStore) => T) {
  const store = new FactStore();
  const list = make(store);
  const put = (told: Fact) => store.insert(store.raw(told));
  const names = (rows: readonly number[]) => rows.map((row) => store.cursor().on(row).subject);
  return { store, list, put, names };
}

describe('the list of those who wait', () => {
  const make = () => listOf((store) => new WaitingList(store));

  it('has the longest wait first, and of equal ones those without an owner', () => {
    const { list, put, names } = make();
    for (const told of [
      fact('b', { since: 5 }),
      fact('a', { since: 9 }),
      fact('owned', { since: 3, rep: 'ana' }),
      fact('free', { since: 3 }),
    ])
      list.entered(put(told));
    expect(names(list.first(12))).toEqual(['free', 'owned', 'b', 'a']);
    expect(names(list.first(1))).toEqual(['free']);
    expect(names(list.first(12))).toEqual(['free', 'owned', 'b', 'a']);
  });

  it('forgets who left, also when the row is used again', () => {
    const { store, list, put, names } = make();
    const row = put(fact('a', { since: 1 }));
    list.entered(row);
    list.left(row);
    store.remove(row);
    expect(list.first(12)).toEqual([]);
    list.entered(put(fact('b', { since: 7 })));
    list.entered(put(fact('c', { since: 2 })));
    expect(names(list.first(12))).toEqual(['c', 'b']);
    expect(list.size).toBe(2);
  });

  it('does not grow with those who came and left while others wait for ever', () => {
    const { store, list, put, names } = make();
    for (let n = 0; n < 12; n++) list.entered(put(fact(`old-${n}`, { since: n })));
    for (let n = 0; n < 10_000; n++) {
      const row = put(fact(`l${n}`, { since: 100 + n }));
      list.entered(row);
      list.left(row);
      store.remove(row);
    }
    expect(list.held).toBeLessThan(2_000);
    expect(names(list.first(2))).toEqual(['old-0', 'old-1']);
    expect(list.size).toBe(12);
  });

  it('has those whose clock stands behind all others, the longest first; the longest of all may be among them', () => {
    const { list, put, names } = make();
    list.entered(put(fact('paused-short', { part: 'paused', since: 10, from: 20 })));
    list.entered(put(fact('paused-long', { part: 'paused', since: 10, from: 90 })));
    list.entered(put(fact('runs', { since: 50 })));
    expect(names(list.first(12))).toEqual(['runs', 'paused-long', 'paused-short']);
    expect(names(list.first(2))).toEqual(['runs', 'paused-long']);
    expect(names(list.longest())).toEqual(['runs', 'paused-long']);
  });
});

describe('the latest answers', () => {
  const answer = (subject: string, from: number, told: Partial<Fact> = {}) =>
    fact(subject, { kind: 'response', part: 'both', from, rep: 'ana', ...told });
  const make = () => listOf((store) => new LatestAnswers(store));

  it('are five at most, the latest first, whatever the order they came in', () => {
    const { list, put, names } = make();
    for (const from of [3, 1, 6, 2, 5, 4]) list.entered(put(answer(`l${from}`, from)));
    expect(names(list.first())).toEqual(['l6', 'l5', 'l4', 'l3', 'l2']);
  });

  it('are as late as they were given, not as their row is cut', () => {
    const { list, put, names } = make();
    list.entered(put(answer('sold', 9, { due: 1 })));
    list.entered(put(answer('new', 5, { due: 5 })));
    expect(names(list.first())).toEqual(['new', 'sold']);
  });

  it('are none of nobody, and none that is missing', () => {
    const { list, put } = make();
    list.entered(put(answer('a', 1, { rep: null })));
    list.entered(put(answer('b', 2, { excluded: 'unanswered' })));
    expect(list.first()).toEqual([]);
  });

  it('go back to earlier ones when many are taken back', () => {
    const { list, put, names } = make();
    const rows = Array.from({ length: 200 }, (_, from) => put(answer(`l${from}`, from)));
    for (const row of rows) list.entered(row);
    for (const row of rows.slice(60)) list.left(row);
    expect(names(list.first())).toEqual(['l59', 'l58', 'l57', 'l56', 'l55']);
  });
});
