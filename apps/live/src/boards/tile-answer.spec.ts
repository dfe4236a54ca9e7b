import { BoardTile } from '@leadclock/live-protocol/board.js';
import { faultOf, saysTheSame, tileFigures } from './tile-answer.js';

const tile = (given: object) => BoardTile.parse({ id: 'one', kpi: 'leads-created', form: 'number', ...given });
const group = (rep: string | null, value: number | null, n: number, fields = {}) => ({ key: { rep }, value, n, excluded: {}, ...fields });
const answer = (kpi: string, groups: ReturnType<typeof group>[], asOf = '2026-11-02T12:00:00.000Z') =>
  ({ kpi, version: 1, unit: 'leads', as_of: asOf, from: null, to: asOf, groups }) as const;
const ranks = (told: ReturnType<typeof tileFigures>) => ('groups' in told ? told.groups?.map(({ key, rank }) => [key['rep'], rank]) : null);

describe('what a tile says', () => {
  it('ranks the groups of a leaderboard by what is better for the KPI, and by its own minimum', () => {
    const board = tile({ form: 'leaderboard', params: { by: 'rep' }, minimum: 2 });
    const told = tileFigures(board, answer('leads-created', [group('ana', 2, 2), group('bo', 5, 5), group('cy', 1, 1)]), true);
    expect(ranks(told)).toEqual([
      ['bo', 1],
      ['ana', 2],
      ['cy', null],
    ]);
  });

  it('ranks no sample that says it is too small, whatever the minimum', () => {
    const board = tile({ kpi: 'lead-response-time', form: 'leaderboard', params: { by: 'rep' } });
    const groups = [group('ana', 5, 9, { small: true }), group('bo', 60, 10, { small: false })];
    expect(ranks(tileFigures(board, answer('lead-response-time', groups), true))).toEqual([
      ['bo', 1],
      ['ana', null],
    ]);
  });

  it('leaves the groups of a table as they are', () => {
    const told = tileFigures(tile({ form: 'table' }), answer('leads-created', [group('ana', 2, 2)]), false);
    expect(told).toMatchObject({ tile: 'one', live: false, groups: [{ key: { rep: 'ana' }, value: 2 }] });
    expect(ranks(told)).toEqual([['ana', undefined]]);
  });

  it('is nothing new when only the instants are others', () => {
    const told = (value: number, asOf: string) => tileFigures(tile({}), answer('leads-created', [group('ana', value, value)], asOf), true);
    expect(saysTheSame(told(2, '2026-11-02T12:00:00.000Z'), told(2, '2026-11-02T12:00:01.000Z'))).toBe(true);
    expect(saysTheSame(told(2, '2026-11-02T12:00:00.000Z'), told(3, '2026-11-02T12:00:00.000Z'))).toBe(false);
  });
});

it('a leaderboard that ranks nothing is at fault, and told by what it may rank', () => {
  expect(faultOf(tile({ form: 'leaderboard' }))).toMatchObject({ parameter: 'by', allowed: expect.arrayContaining(['rep', 'team']) });
  expect(faultOf(tile({ form: 'leaderboard', params: { by: 'rep' } }))).toBeNull();
  expect(faultOf(tile({ form: 'table' }))).toBeNull();
});
