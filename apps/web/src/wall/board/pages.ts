import type { SceneState, SceneTile } from '@leadclock/live-protocol/scene-state.js';

/** The ids of the tiles that stand below each other: one, or two numbers. */
export type Column = readonly string[];
/** What a wall shows of a board at one time: a column, or two side by side. */
export type Page = readonly Column[];

const COLUMNS = 2;
const NUMBERS = 2;

/** Lines with more beside them want a column for each thing they tell. */
export const isWide = ({ form, rich }: SceneTile): boolean => rich && (form === 'table' || form === 'leaderboard');

/**
 * The pages of a board, its tiles in their order. A table, leaderboard or trend takes a column; numbers stand two in one, since they must be read
 * from far: but where a page has room for it, or more is to be said beside a number, it has its own. Lines with more beside them take a page.
 */
export function pagesOf({ order, tiles }: Pick<SceneState, 'order' | 'tiles'>): readonly Page[] {
  const columns: Column[] = [];
  for (const id of order) {
    const tile = tiles[id];
    if (tile === undefined) continue;
    const before = columns[columns.length - 1] ?? [];
    const canShare = ({ form, rich }: SceneTile): boolean => form === 'number' && !rich;
    const [other] = before.map((one) => tiles[one]);
    const isPair = canShare(tile) && other !== undefined && canShare(other);
    if (isPair && before.length < NUMBERS) columns[columns.length - 1] = [...before, id];
    else columns.push([id]);
  }
  const wantsPage = (column: Column): boolean => column.some((id) => tiles[id] !== undefined && isWide(tiles[id]));
  const pages: Column[][] = [];
  for (const column of columns) {
    const page = pages[pages.length - 1];
    if (page === undefined || page.length === COLUMNS || [...page, column].some(wantsPage)) pages.push([column]);
    else page.push(column);
  }
  return pages.map((page) => (page.length === 1 ? page.flat().map((id) => [id]) : page));
}
