import type { SceneState } from '@leadclock/live-protocol/scene-state.js';
import { pagesOf } from '../board/pages.js';

/** A scene of the wall. `now`, `today`, or a page of a board: `board:floor`, `board:floor:2`. */
export interface Scene {
  readonly name: string;
  /** there is nothing to see on it: a rotation goes past */
  readonly isEmpty: boolean;
}

/** A page of a board. */
export interface BoardPage {
  readonly board: string;
  /** 1: the first */
  readonly page: number;
}

const ofTheFloor: readonly Scene[] = [
  { name: 'now', isEmpty: false },
  { name: 'today', isEmpty: false },
];

/** The scenes of the wall, in the order that the arrow keys go through them: its own two, then the pages of its boards. */
export const scenesOf = (boards: readonly { readonly id: string; readonly state: SceneState | null }[]): readonly Scene[] => [
  ...ofTheFloor,
  ...boards.flatMap(({ id, state }) => {
    // one that was not heard of yet will have a page
    const pages = state === null ? 1 : pagesOf(state).length;
    const names = Array.from({ length: Math.max(1, pages) }, (_, index) => nameOf({ board: id, page: index + 1 }));
    return names.map((name) => ({ name, isEmpty: pages === 0 }));
  }),
];

const nameOf = ({ board, page }: BoardPage): string => (page === 1 ? `board:${board}` : `board:${board}:${page}`);

/** The page of a board that a scene is; null: it is none. */
export function boardPage(scene: string): BoardPage | null {
  const [, board, page = '1'] = /^board:([a-z0-9-]{1,64})(?::([2-9]|1\d))?$/.exec(scene) ?? [];
  return board === undefined ? null : { board, page: Number(page) };
}

/** No wall shows more boards. */
const MOST_BOARDS = 8;

/** `?boards=floor,north`: the boards that the wall has as scenes, each once; what is no id of a board is none. */
export const boardsAsked = (asked: string | null): readonly string[] =>
  [...new Set((asked ?? '').split(',').filter((id) => /^[a-z0-9-]{1,64}$/.test(id)))].slice(0, MOST_BOARDS);
