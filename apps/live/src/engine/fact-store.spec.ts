import { type Fact, factKinds } from '@leadclock/domain/facts/fact.js';
import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { blankFact } from '../testing/blank-fact.js';
import { FactStore } from './fact-store.js';

const instant = integer({ min: -5, max: 2 ** 44 });
const maybe = option(instant, { nil: null });
const name = option(constantFrom('ana', 'luis', 'web', '', 'Соня'), { nil: null });
const facts = array(
  record<Fact>({
    subject: constantFrom('a', 'b', 'c'),
    kind: constantFrom(...factKinds),
    n: integer({ min: 0, max: 70_000 }),
    part: name,
    item: name,
    at: maybe,
    from: instant,
    until: maybe,
    since: maybe,
    due: maybe,
    value: maybe,
    excluded: name,
    outcome: name,
    touchChannel: name,
    team: name,
    rep: name,
    origin: name,
    campaign: name,
    channel: name,
    segment: name,
    product: name,
    pipeline: name,
    stage: name,
    currency: name,
  }),
  { maxLength: 200 },
);

const { n: _, ...view } = { n: 0 };
const read = (store: FactStore, row: number): Omit<Fact, 'n'> => {
  const at = store.cursor().on(row);
  const { subject, kind, part, item, from, until, since, due, value, excluded, outcome, touchChannel } = at;
  const { team, rep, origin, campaign, channel, segment, product, pipeline, stage, currency } = at;
  const place = { subject, kind, part, item, at: at.at, from, until, since, due, value, excluded, outcome, touchChannel };
  return { ...view, ...place, team, rep, origin, campaign, channel, segment, product, pipeline, stage, currency };
};
const without = ({ n: _n, ...rest }: Fact): Omit<Fact, 'n'> => rest;

describe('the store of live facts', () => {
  it('reads back what was put in, also in rows used before', () => {
    assert(
      property(facts, facts, (first, second) => {
        const store = new FactStore();
        const rows = first.map((fact) => store.insert(store.raw(fact)));
        rows.forEach((row, i) => i % 2 === 0 && store.remove(row));
        const kept = first.filter((_fact, i) => i % 2 === 1);
        const more = second.map((fact) => store.insert(store.raw(fact)));
        expect(store.size).toBe(kept.length + second.length);
        second.forEach((fact, i) => {
          expect(read(store, more[i] ?? -1)).toEqual(without(fact));
          expect(store.page(more[i] ?? -1).equals((more[i] ?? 0) & 4095, store.raw(fact))).toBe(true);
        });
        for (const subject of ['a', 'b', 'c']) {
          const expected = [...kept, ...second].filter((fact) => fact.subject === subject).length;
          expect(store.rowsOf(store.subjects.find(subject))).toHaveLength(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('spends nothing on columns that a kind leaves empty', () => {
    const store = new FactStore();
    for (let i = 0; i < 40_960; i++)
      store.insert(store.raw({ ...blankFact, subject: `lead-${i}`, kind: 'response', at: i, from: i + 5, value: 5, rep: `r${i % 40}` }));
    expect(store.memory / store.size).toBeLessThan(95);
  });
});
