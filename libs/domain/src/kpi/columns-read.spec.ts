import type { Fact } from '../facts/fact.js';
import { factsOfStories } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { watchColumns } from './columns-read.js';
import type { FactView } from './tally.js';

const facts: readonly Fact[] = factsOfStories([
  lead('ada').arrived('09:00', { origin: 'web' }).called('09:02', 'ana', 'connected'),
  lead('bob').arrived('09:10', { origin: 'event' }),
]);
const kinds = (...wanted: readonly string[]) => facts.filter(({ kind }) => wanted.includes(kind));

describe('what is read of facts', () => {
  it('is told for each kind by itself', () => {
    const reader = { takes: () => true, add: (fact: FactView) => void (fact.kind === 'response' ? fact.value : fact.origin) };
    const { columns, refusals } = watchColumns(reader, kinds('arrival', 'response'));
    expect(columns.get('response')).toEqual(new Set(['kind', 'value']));
    expect(columns.get('arrival')).toEqual(new Set(['kind', 'origin']));
    expect(refusals).toEqual([]);
  });

  it('names the words by which a fact is refused, once', () => {
    const reader = { takes: (fact: FactView) => fact.kind !== 'arrival' || fact.origin === 'web', add: () => {} };
    const { refusals } = watchColumns(reader, [...kinds('arrival'), ...kinds('arrival')]);
    expect(refusals).toEqual([{ kind: 'arrival', words: [['origin', 'event']] }]);
  });

  it('concludes nothing from a word beside a number', () => {
    const reader = { takes: (fact: FactView) => fact.origin === 'web' && (fact.at ?? 0) < 0, add: () => {} };
    const { refusals } = watchColumns(reader, kinds('arrival'));
    expect(refusals).toEqual([{ kind: 'arrival', words: [['origin', 'event']] }]);
  });

  it('concludes nothing from a number: of others like it that may be another', () => {
    const reader = { takes: (fact: FactView) => (fact.at ?? 0) < 0, add: () => {} };
    const { columns, refusals } = watchColumns(reader, kinds('arrival'));
    expect(refusals).toEqual([]);
    expect(columns.get('arrival')).toEqual(new Set(['at']));
  });
});
