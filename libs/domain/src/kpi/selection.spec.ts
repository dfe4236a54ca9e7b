import { emptyConfiguration } from '../configuration/configuration.js';
import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { parseAsking } from './asking.js';
import { aggregateNamed } from './catalogue.js';
import { belongs, belongsNow, factSelection } from './selection.js';

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

describe('what belongs to a question now', () => {
  const waits = factsOfStories([lead('ada').arrived('09:00')]).filter(({ kind }) => kind === 'wait');
  const belonging = (name: string, time: string, params: Record<string, string> = {}) => {
    const kpi = aggregateNamed(name);
    const parsed = kpi === null ? null : parseAsking(kpi, params, { configuration: emptyConfiguration, now: at(time) });
    if (kpi === null || parsed?.ok !== true) throw new Error(`no question about ${name}`);
    const isOf = belongs(kpi, parsed.asking);
    const isNow = belongsNow(kpi, parsed.asking);
    return [waits.filter(isOf).length, waits.filter(isNow).length];
  };

  it('is what counts already, not what will count later', () => {
    // late from 09:05 on
    expect([belonging('late-now', '09:04:59.999'), belonging('late-now', '09:05'), belonging('waiting-now', '09:00')]).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it('is nothing of another kind, nor what filters leave out', () => {
    expect([belonging('leads-created', '09:05'), belonging('late-now', '09:05', { rep: 'ana' })]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
