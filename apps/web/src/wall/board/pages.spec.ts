import type { SceneState, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { pagesOf } from './pages.js';

const forms: Readonly<Record<string, SceneTile['form']>> = { n: 'number', t: 'table', l: 'leaderboard', r: 'trend' };

/** A board by its tiles: n1 t2 …; N, T, L: with more beside it */
function board(...order: readonly string[]): Pick<SceneState, 'order' | 'tiles'> {
  const tile = (form: SceneTile['form'], isRich: boolean): SceneTile => ({
    form,
    better: 'more',
    rich: isRich,
    title: null,
    words: {},
    window: null,
    from: null,
    to: null,
    as_of: null,
    always: 'ever',
    of: [],
    says: null,
    refused: false,
  });
  return {
    order: [...order],
    tiles: Object.fromEntries(order.map((id) => [id, tile(forms[(id[0] ?? '').toLowerCase()] ?? 'number', /^[A-Z]/.test(id))])),
  };
}
const pages = (...ids: readonly string[]): string =>
  pagesOf(board(...ids))
    .map((page) => page.map((column) => column.join('+')).join(' '))
    .join(' | ');

describe('the pages of a board on the wall', () => {
  it.each([
    [['n1'], 'n1'],
    [['n1', 'n2'], 'n1 n2'],
    [['n1', 'n2', 'n3'], 'n1+n2 n3'],
    [['n1', 'n2', 'n3', 'n4'], 'n1+n2 n3+n4'],
    [['n1', 'n2', 'n3', 'n4', 'n5', 'n6'], 'n1+n2 n3+n4 | n5 n6'],
    [['t1', 'l2'], 't1 l2'],
    [['n1', 't2', 'n3', 'r4'], 'n1 t2 | n3 r4'],
    [['n1', 'n2', 't3', 'n4'], 'n1+n2 t3 | n4'],
    [['N1', 'n2', 'n3'], 'N1 n2+n3'],
    [['n1', 'N2', 'n3'], 'n1 N2 | n3'],
    [['t1', 'T2', 'n3', 'n4'], 't1 | T2 | n3 n4'],
    [['L1', 'T2', 'r3'], 'L1 | T2 | r3'],
    [['n1', 'n2', 'r3', 'r4', 'T5'], 'n1+n2 r3 | r4 | T5'],
    [['R1', 't2'], 'R1 t2'],
    [['t1'], 't1'],
    [[], ''],
  ])('of %j are %s', (order, shown) => {
    expect(pages(...order)).toBe(shown);
  });

  it('pass over a tile that is not there yet', () => {
    const { tiles } = board('n1', 't2');
    expect(pagesOf({ order: ['n1', 'x', 't2'], tiles })).toEqual([[['n1'], ['t2']]]);
  });
});
