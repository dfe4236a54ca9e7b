import { emptyConfiguration } from '../configuration/configuration.js';
import { foldSubject } from '../lead/fold-subject.js';
import { newSubject } from '../lead/new-subject.js';
import { lead } from '../testing/story.js';
import { factColumns } from './fact.js';
import { type BlankRow, FactRows } from './fact-rows.js';
import { factsOf } from './facts-of.js';

const state = { ...newSubject('ada'), origin: { at: 15, value: 'web' }, product: { at: 5, value: 'gold' } };

const told = (rows: FactRows) => rows.finished().map(({ n, from, until, origin, part }) => ({ n, from, until, origin, part }));

const says = (part: string) => (row: BlankRow) => {
  row.part = part;
};

describe('the rows of a kind', () => {
  it('are cut where something changes inside of the span, and where the lead gets an attribute', () => {
    const rows = new FactRows(state);
    rows.add({ from: 10, until: 40 }, [30, 10, 40, 3, 20, 30, 99], (row, now) => {
      row.part = now < 20 ? 'a' : `b${now}`;
    });
    expect(told(rows)).toEqual([
      { n: 0, from: 10, until: 15, origin: null, part: 'a' },
      { n: 1, from: 15, until: 20, origin: 'web', part: 'a' },
      { n: 2, from: 20, until: 30, origin: 'web', part: 'b20' },
      { n: 3, from: 30, until: 40, origin: 'web', part: 'b30' },
    ]);
  });

  it('are joined where a change changed nothing, and stay apart where another row tells of the time between', () => {
    const rows = new FactRows(state);
    rows.add({ from: 20, until: null }, [30, 40, 50, 60], says('same'), (now) => now === 40);
    expect(told(rows)).toEqual([
      { n: 0, from: 20, until: 40, origin: 'web', part: 'same' },
      { n: 1, from: 50, until: null, origin: 'web', part: 'same' },
    ]);
  });

  it.each(['origin', 'campaign', 'channel', 'segment', 'product'] as const)(
    'are cut where the lead gets its %s, and only inside',
    (attribute) => {
      const named = (at: number) => {
        const rows = new FactRows({ ...newSubject('ada'), [attribute]: { at, value: 'x' } });
        rows.add({ from: 20, until: 40 }, [], says('same'));
        return rows.finished().map((row) => [row.from, row.until, row[attribute]]);
      };
      expect(named(30)).toEqual([
        [20, 30, null],
        [30, 40, 'x'],
      ]);
      expect(named(20)).toEqual([[20, 40, 'x']]);
      expect(named(40)).toEqual([[20, 40, null]]);
    },
  );

  it('are joined only where every column says the same', () => {
    const fixed = ['subject', 'kind', 'n', 'from', 'until', 'channel', 'segment'];
    for (const column of factColumns.filter((name) => !fixed.includes(name))) {
      const rows = new FactRows(newSubject('ada'));
      rows.add({ from: 20, until: 40 }, [30], (row, now) => {
        Object.assign(row, { [column]: now });
      });
      expect([column, rows.finished().length]).toEqual([column, 2]);
    }
  });

  it('are none for a span that ends at its beginning', () => {
    const rows = new FactRows(state);
    rows.add({ from: 20, until: 20 }, [], says('never'));
    expect(told(rows)).toEqual([]);
  });

  it('are numbered by when they begin, kind by kind: what happens later takes no number from what happened', () => {
    const rows = new FactRows(state);
    rows.turnTo('touch');
    for (const from of [50, 20, 70, 20, 30]) rows.add({ from, until: null }, [], says('a touch'));
    rows.turnTo('close');
    rows.add({ from: 10, until: null }, [], says('told elsewhere'), () => true);
    rows.add({ from: 40, until: null }, [], says('a close'));
    expect(rows.finished().map(({ kind, n, from }) => [kind, n, from])).toEqual([
      ['touch', 0, 20],
      ['touch', 1, 20],
      ['touch', 2, 30],
      ['touch', 3, 50],
      ['touch', 4, 70],
      ['close', 0, 40],
    ]);
  });

  it('have every column of a fact, in one order', () => {
    const ada = lead('ada').arrived('09:00', { owner: 'ana' }).called('09:01', 'luis');
    const facts = factsOf(foldSubject(ada.events).state, emptyConfiguration);
    expect(facts.length).toBeGreaterThan(3);
    for (const fact of facts) expect(Object.keys(fact)).toEqual(factColumns);
  });
});
