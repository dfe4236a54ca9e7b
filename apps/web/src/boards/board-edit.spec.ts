import type { Board, BoardTile } from '@leadclock/live-protocol/board.js';
import { changedTile, freshTileId, isSame, MOST_TILES, movedTile, withoutTile, withTile } from './board-edit.js';

const tile = (id: string): BoardTile => ({
  id,
  title: null,
  kpi: 'late-now',
  params: { window: 'today', by: 'rep' },
  form: 'number',
  bucket: null,
  compare: null,
  target: null,
  minimum: 0,
  teams: false,
  width: 4,
});
const board = (...ids: readonly string[]): Board => ({ name: 'Floor', tiles: ids.map(tile) });
const ids = ({ tiles }: Board): string => tiles.map(({ id }) => id).join(' ');

describe('the tiles of a board', () => {
  it('one is added at the end, under an id that no other has', () => {
    expect(ids(withTile(board('a', 'b'), tile('ignored')))).toBe('a b tile-3');
    expect(freshTileId(board('tile-2'))).toBe('tile-3');
    expect(freshTileId(board('x', 'tile-3'))).toBe('tile-4');
  });

  it('a full board takes no more', () => {
    const full = board(...Array.from({ length: MOST_TILES }, (_, at) => `t${at}`));
    expect(withTile(full, tile('x'))).toBe(full);
  });

  it.each([
    ['one later', 'a', 1, 'b a c'],
    ['one earlier', 'c', -1, 'a c b'],
    ['past the end', 'b', 9, 'a c b'],
    ['before the beginning', 'b', -9, 'b a c'],
    ['one that is not there', 'x', 1, 'a b c'],
  ])('%s: moves, and the others keep their order', (_name, id, by, after) => {
    expect(ids(movedTile(board('a', 'b', 'c'), id, by))).toBe(after);
  });

  it('one is changed, one is removed, the others stay', () => {
    expect(changedTile(board('a', 'b'), 'b', { width: 12 }).tiles.map(({ width }) => width)).toEqual([4, 12]);
    expect(ids(withoutTile(board('a', 'b', 'c'), 'b'))).toBe('a c');
    expect(ids(withoutTile(board('a'), 'x'))).toBe('a');
  });

  it('boards are the same in whatever order their fields came', () => {
    const { params: _, ...rest } = tile('a');
    const turned: Board = { tiles: [{ params: { by: 'rep', window: 'today' }, ...rest }], name: 'Floor' };
    expect(isSame(board('a'), turned)).toBe(true);
    expect(isSame(board('a', 'b'), board('b', 'a'))).toBe(false);
    expect(isSame(board('a'), { ...board('a'), name: 'Other' })).toBe(false);
    expect(isSame(board('a'), changedTile(board('a'), 'a', { params: { window: '7d' } }))).toBe(false);
  });
});
