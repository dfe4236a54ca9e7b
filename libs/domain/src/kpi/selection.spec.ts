import { emptyConfiguration } from '../configuration/configuration.js';
import { parseAsking } from './asking.js';
import { aggregateNamed } from './catalogue.js';
import { factSelection } from './selection.js';

const selected = (name: string, params: Record<string, string>) => {
  const kpi = aggregateNamed(name);
  const parsed = kpi === null ? null : parseAsking(kpi, params, { configuration: emptyConfiguration, now: 1_000_000_000 });
  return kpi !== null && parsed?.ok === true ? factSelection(kpi, parsed.asking) : null;
};

describe('what a store must hand over', () => {
  it('is the kinds read, true at as_of, in the window, that pass the filters', () => {
    expect(selected('won-revenue', { window: '1h', rep: 'ana,null' })).toEqual({
      kinds: ['close'],
      at: { from: 996_400_000, to: 1_000_000_000 },
      trueAt: 1_000_000_000,
      filters: [{ column: 'rep', values: ['ana', null] }],
    });
  });

  it('has no window for all time, and leaves filters that no column answers to the answer', () => {
    expect(selected('rep-activity', { channel: 'call', actor: 'human', outcome: 'held' })).toMatchObject({
      at: null,
      filters: [{ column: 'outcome', values: ['held'] }],
    });
  });
});
