import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { FactColumn, Refusal } from '@leadclock/domain/kpi/columns-read.js';
import type { Places } from '@leadclock/domain/kpi/places.js';
import { alikeSelect } from './alike-select.js';

const selection = { kinds: ['response', 'arrival'], at: null, trueAt: 1000, filters: [] } as const;
const where = `kind in ('response', 'arrival') and "from" <= 1000 and (until is null or until > 1000)`;

const asked = (
  columns: readonly (readonly [FactKind, readonly FactColumn[]])[],
  refusals: readonly Refusal[] = [],
  more: { rows?: number; sum?: boolean; places?: Places } = {},
) => {
  const read = { columns: new Map(columns.map(([kind, names]) => [kind, new Set(names)] as const)), refusals };
  return alikeSelect('fact', more.rows ?? 0, selection, read, [], more.sum ?? false, more.places).query;
};

describe('the question for equal facts', () => {
  it('counts those that say the same words, each word where its kind is read by it', () => {
    expect(
      asked([
        ['response', ['rep']],
        ['arrival', ['rep', 'part']],
      ]),
    ).toBe(`select kind, rep, case when kind in ('arrival') then part end, count(*) from fact where ${where} group by 1, 2, 3`);
  });

  it('takes numbers along in arrays, or as a sum where that is all that is wanted', () => {
    expect(
      asked([
        ['response', ['value']],
        ['arrival', []],
      ]),
    ).toContain(`array_agg(value) filter (where kind in ('response'))`);
    expect(
      asked(
        [
          ['response', ['value']],
          ['arrival', []],
        ],
        [],
        { sum: true },
      ),
    ).toContain(`div(sum(value) filter (where kind in ('response')), ${2 ** 52})]::bigint[]`);
    expect(
      asked(
        [
          ['response', ['value', 'at']],
          ['arrival', []],
        ],
        [],
        { sum: true },
      ),
    ).toContain('array_agg(value)');
  });

  it('tells where facts stand among the buckets of a trend: by where they lie, or from when until when they are true', () => {
    const told = (by: Places['by']) =>
      asked(
        [
          ['response', ['value']],
          ['arrival', ['rep']],
        ],
        [],
        { places: { by, ends: [100, 200] } },
      );
    expect(told('at')).toContain(`end, width_bucket(at, '{100,200}'::bigint[]), count(*), array_agg(value)`);
    expect(told('at')).toMatch(/ group by 1, 2, 3$/);
    expect(told('truth')).toContain(
      `width_bucket("from" - 1, '{100,200}'::bigint[]), coalesce(width_bucket(until - 1, '{100,200}'::bigint[]), 2), count(*)`,
    );
    expect(told('truth')).toMatch(/ group by 1, 2, 3, 4$/);
  });

  it('takes facts one by one where each is itself, and where arrays could outgrow their room', () => {
    const single = asked([
      ['response', ['item', 'value']],
      ['arrival', []],
    ]);
    expect(single).toContain('1::bigint');
    expect(single).not.toContain('group by');
    expect(
      asked(
        [
          ['response', ['value']],
          ['arrival', []],
        ],
        [],
        { rows: 100_000_000 },
      ),
    ).not.toContain('group by');
  });

  it('asks a kind of which nothing is known for all that is read of others', () => {
    expect(asked([['response', ['rep', 'part']]])).toContain('select kind, rep, part, count(*)');
  });

  it('leaves out what would be refused, with a null as carefully as with a word', () => {
    const refusal = (part: string | null): Refusal => ({
      kind: 'arrival',
      words: [
        ['part', part],
        ['excluded', null],
      ],
    });
    const query = asked(
      [
        ['response', []],
        ['arrival', ['part']],
      ],
      [refusal('5m'), refusal(null), refusal("o'clock")],
    );
    expect(query).toContain(`and (kind = 'arrival' and (excluded is null) and (part in ('5m', 'o''clock') or part is null)) is not true`);
    expect(query.match(/is not true/g)).toHaveLength(1);
  });
});
