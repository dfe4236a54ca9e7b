import type { Board, BoardTile } from '@leadclock/live-protocol/board.js';

/** What a board is while somebody changes it. */
export interface Draft {
  readonly id: string;
  /** the version that the changes began with */
  readonly seen: number;
  readonly board: Board;
}

/** No board has more. */
export const MOST_TILES = 24;

/** An id that no other tile of the board has. */
export function freshTileId({ tiles }: Board): string {
  const taken = new Set(tiles.map(({ id }) => id));
  let count = tiles.length + 1;
  while (taken.has(`tile-${count}`)) count += 1;
  return `tile-${count}`;
}

/** The board with one tile more, at its end; a full one stays as it is. */
export function withTile(board: Board, tile: Omit<BoardTile, 'id'>): Board {
  if (board.tiles.length >= MOST_TILES) return board;
  return { ...board, tiles: [...board.tiles, { ...tile, id: freshTileId(board) }] };
}

export const changedTile = (board: Board, id: string, change: Partial<Omit<BoardTile, 'id'>>): Board => ({
  ...board,
  tiles: board.tiles.map((tile) => (tile.id === id ? { ...tile, ...change } : tile)),
});

export const withoutTile = (board: Board, id: string): Board => ({ ...board, tiles: board.tiles.filter((tile) => tile.id !== id) });

/** The board with the tile so many places later (earlier: below 0), at most at the end (beginning). */
export function movedTile(board: Board, id: string, by: number): Board {
  const from = board.tiles.findIndex((tile) => tile.id === id);
  const tile = board.tiles[from];
  if (tile === undefined) return board;
  const others = board.tiles.filter((other) => other !== tile);
  const to = Math.min(Math.max(0, from + by), others.length);
  return { ...board, tiles: [...others.slice(0, to), tile, ...others.slice(to)] };
}

/** Whether two boards say the same; the order in which their fields came is none of it. */
export const isSame = (a: Board, b: Board): boolean => written(a) === written(b);

export const isSameTile = (a: BoardTile, b: BoardTile | undefined): boolean => b !== undefined && tileWritten(a) === tileWritten(b);

const written = ({ name, tiles }: Board): string => JSON.stringify([name, tiles.map(tileWritten)]);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const tileWritten = ({ params, ...rest }: BoardTile): string =>
  JSON.stringify([Object.entries(rest).sort(byName), Object.entries(params).sort(byName)]);
