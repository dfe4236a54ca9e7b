import type { Fact } from '@leadclock/domain/facts/fact.js';
import { diffFacts } from './diff-facts.js';
import { noFacts, standingFacts } from './fact-prints.js';

const nothing = {
  part: null,
  item: null,
  at: null,
  until: null,
  since: null,
  due: null,
  value: null,
  excluded: null,
  outcome: null,
  touchChannel: null,
  team: null,
  rep: null,
  origin: null,
  campaign: null,
  channel: null,
  segment: null,
  product: null,
  pipeline: null,
  stage: null,
  currency: null,
};
const fact = (kind: Fact['kind'], n: number, fields: Partial<Fact> = {}): Fact => ({
  subject: 'ada',
  kind,
  n,
  from: 1_790_000_000_000,
  ...nothing,
  ...fields,
});

const before = [fact('arrival', 0, { at: 5 }), fact('wait', 0, { part: 'running' }), fact('wait', 1, { part: 'late' })];

describe('the difference between facts', () => {
  it('is all of them where nothing stood', () => {
    expect(diffFacts(noFacts, before)).toMatchObject({ put: before, ended: [], replaced: [], gone: [] });
  });

  it('is nothing where the same stands', () => {
    expect(
      diffFacts(
        standingFacts(before),
        before.map((row) => ({ ...row })),
      ),
    ).toMatchObject({ put: [], ended: [], replaced: [], gone: [] });
  });

  it('ends a row that only ends otherwise', () => {
    const after = before.map((row) => (row.n === 1 ? { ...row, until: 9 } : row));
    expect(diffFacts(standingFacts(before), after)).toMatchObject({ put: [], ended: [after[2]], gone: [] });
  });

  it('writes rows that are new and takes away those that are not there any more', () => {
    const after = [fact('arrival', 0, { at: 5 }), fact('arrival', 1), fact('wait', 0, { part: 'running' })];
    expect(diffFacts(standingFacts(before), after)).toMatchObject({ put: [after[1]], replaced: [], gone: [{ kind: 'wait', n: 1 }] });
  });

  it.each([...Object.keys(nothing).filter((name) => name !== 'until'), 'from'])('sees that %s differs', (name) => {
    const isCount = ['at', 'from', 'since', 'due', 'value'].includes(name);
    for (const value of isCount ? [0, 7, 2 ** 32 + 7, -7] : ['', 'a', 'b']) {
      const after = [fact('arrival', 0, { at: 5, [name]: value }), ...before.slice(1)];
      expect(diffFacts(standingFacts(before), after).replaced).toEqual([after[0]]);
    }
  });

  it('tells a text from its neighbour', () => {
    const [one, two] = [fact('touch', 0, { team: 'ab', rep: 'c' }), fact('touch', 0, { team: 'a', rep: 'bc' })];
    expect(diffFacts(standingFacts([one]), [two]).put).toEqual([two]);
  });
});
