import { emptyConfiguration } from '@leadclock/domain/configuration/configuration.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { BoardTile } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { nothingBeside, withBeside } from './beside.js';

const standing = { configuration: emptyConfiguration };
const tile = (given: object) => BoardTile.parse({ id: 'one', kpi: 'won-revenue', form: 'number', params: { window: 'month' }, ...given });
const says = (rest: object): TileAnswer => ({
  tile: 'one',
  kpi: 'won-revenue',
  version: 1,
  unit: 'money',
  as_of: '2026-11-11T00:00:00.000Z',
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-11-11T00:00:00.000Z',
  live: true,
  ...rest,
});
const group = (value: number | null, key: Record<string, string | null> = {}) => ({ key, value, n: 3, excluded: {} });
const [from, due] = [Date.parse('2026-11-01T00:00:00Z'), Date.parse('2026-12-01T00:00:00Z')];
const goal = (units: number, rep: string | null = null): GroupAnswer => ({
  ...group(units),
  key: { team: null, rep },
  since: from,
  due,
  at: from,
  units,
});

describe('what stands beside the answer of a tile', () => {
  it('is nothing where it asks for nothing, or nothing is there yet', () => {
    const answer = says({ groups: [group(750)] });
    expect(withBeside(tile({}), answer, { then: { reason: null, groups: [group(500)] }, targets: [goal(1)] }, standing)).toEqual(answer);
    expect(withBeside(tile({ compare: 'before', target: 'set' }), answer, nothingBeside, standing)).toEqual(answer);
  });

  it('is how each group has changed; one that was not there then has no earlier value', () => {
    const answer = says({ groups: [group(750, { rep: 'ana' }), group(100, { rep: 'bo' })] });
    const then = { reason: null, groups: [group(500, { rep: 'ana' }), group(9, { rep: 'gone' })] };
    expect(withBeside(tile({ compare: 'before' }), answer, { then, targets: null }, standing)).toMatchObject({
      compared: {
        with: 'before',
        reason: null,
        changes: [
          { key: { rep: 'ana' }, now: 750, then: 500, difference: 250, relative: 0.5 },
          { key: { rep: 'bo' }, now: 100, then: null, difference: null, relative: null },
        ],
      },
    });
  });

  it('is why there is nothing to compare with', () => {
    const then = { reason: 'longer_than_a_day' as const, groups: [] };
    const told = withBeside(tile({ compare: 'weekday' }), says({ groups: [group(1)] }), { then, targets: null }, standing);
    expect(told).toMatchObject({ compared: { with: 'weekday', reason: 'longer_than_a_day', changes: [] } });
  });

  it('is the target that is set, with its share and pace; in tenthousandths as it is kept', () => {
    const told = withBeside(tile({ target: 'set' }), says({ groups: [group(750)] }), { then: null, targets: [goal(30_000_000)] }, standing);
    expect(told).toMatchObject({ goals: [{ key: {}, target: 3_000, share: 0.25, reached: false, pace: 2_250 }] });
  });

  it('is the tile’s own target, of each group, whatever is set', () => {
    const by = { window: 'month', by: 'rep' };
    const answer = says({ groups: [group(50, { rep: 'ana' }), group(200, { rep: 'bo' })] });
    const told = withBeside(tile({ form: 'table', params: by, target: 100 }), answer, { then: null, targets: [goal(1, 'ana')] }, standing);
    expect(told).toMatchObject({
      goals: [
        { key: { rep: 'ana' }, target: 100, share: 0.5, reached: false },
        { key: { rep: 'bo' }, target: 100, share: 2, reached: true },
      ],
    });
  });

  it('holds the days of a trend against a level, and not against the sum of a month', () => {
    const buckets = [{ from: 'a', to: 'b', groups: [group(50)] }];
    const trend = { form: 'trend', bucket: 'day' };
    const beside = { then: null, targets: [goal(30_000_000)] };
    expect(withBeside(tile({ ...trend, target: 'set' }), says({ buckets }), beside, standing)).toMatchObject({ goals: [] });
    expect(withBeside(tile({ ...trend, target: 60 }), says({ buckets }), beside, standing)).toMatchObject({
      goals: [{ target: 60, reached: false }],
    });
  });
});

describe('a board of before', () => {
  it('that compared knew one period before alone', () => {
    expect([true, false, 'weekday', null].map((compare) => tile({ compare }).compare)).toEqual(['before', null, 'weekday', null]);
  });
});
