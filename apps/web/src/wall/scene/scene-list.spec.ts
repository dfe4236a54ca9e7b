import type { SceneState, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { boardPage, boardsAsked, scenesOf } from './scene-list.js';

const tile: SceneTile = {
  form: 'table',
  better: 'more',
  rich: false,
  title: null,
  words: {},
  window: null,
  from: null,
  to: null,
  as_of: null,
  always: 'now',
  of: [],
  says: null,
  refused: false,
};
const tables = (count: number): SceneState => {
  const order = Array.from({ length: count }, (_, at) => `t${at}`);
  return { name: 'Floor', order, tiles: Object.fromEntries(order.map((id) => [id, tile])) };
};
const scenes = (...boards: readonly [string, SceneState | null][]): string =>
  scenesOf(boards.map(([id, state]) => ({ id, state })))
    .map(({ name, isEmpty }) => (isEmpty ? `${name}!` : name))
    .join(' ');

describe('the scenes of a wall', () => {
  it('are its own two, then each page of its boards', () => {
    expect(scenes()).toBe('now today');
    expect(scenes(['floor', tables(5)], ['north', tables(1)])).toBe('now today board:floor board:floor:2 board:floor:3 board:north');
  });

  it('have a page for a board that was not heard of yet, and an empty one for a board without tiles or that is gone', () => {
    expect(scenes(['floor', null])).toBe('now today board:floor');
    expect(scenes(['floor', tables(0)], ['gone', { name: null, order: [], tiles: {} }])).toBe('now today board:floor! board:gone!');
  });

  it('are told apart by their names', () => {
    expect(boardPage('board:floor')).toEqual({ board: 'floor', page: 1 });
    expect(boardPage('board:floor:12')).toEqual({ board: 'floor', page: 12 });
    expect(['now', 'board:', 'board:A', 'board:floor:1', 'board:floor:x'].map(boardPage)).toEqual([null, null, null, null, null]);
  });

  it('are asked for by the address', () => {
    expect(boardsAsked('floor,north,floor,,Ä')).toEqual(['floor', 'north']);
    expect(boardsAsked(null)).toEqual([]);
    expect(boardsAsked('a,b,c,d,e,f,g,h,i')).toHaveLength(8);
  });
});
