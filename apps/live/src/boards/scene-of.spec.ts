import { emptyConfiguration } from '@leadclock/domain/configuration/configuration.js';
import { BoardTile, type KeptBoard } from '@leadclock/live-protocol/board.js';
import type { AnswerGroup, TileAnswer } from '@leadclock/live-protocol/board-state.js';
import type { SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { sceneOf } from './scene-of.js';

const group = (rep: string | null, value: number | null, n: number, fields = {}): AnswerGroup => ({
  key: { rep },
  value,
  n,
  excluded: {},
  ...fields,
});
const says = (kpi: string, unit: string, rest: object): TileAnswer => ({
  tile: 'one',
  kpi,
  version: 1,
  unit,
  as_of: '2026-11-02T12:00:00.000Z',
  from: null,
  to: null,
  live: true,
  ...rest,
});

/** The one tile of a board on the wall. */
function shown(given: object, answer: TileAnswer | null): SceneTile | undefined {
  const tile = BoardTile.parse({ id: 'one', kpi: 'leads-created', form: 'number', ...given });
  const board: KeptBoard = { id: 'floor', name: 'Floor', version: 1, changed_at: '2026-11-02T08:00:00.000Z', tiles: [tile] };
  return sceneOf(board, new Map(answer === null ? [] : [['one', answer]]), emptyConfiguration).tiles['one'];
}
const names = (tile: SceneTile | undefined) => tile?.says?.lines.map(({ members }) => members.map(({ value }) => value).join(' '));

describe('a board on a wall', () => {
  it('that is not there has no name and no tiles', () => {
    expect(sceneOf(null, new Map(), emptyConfiguration)).toEqual({ name: null, order: [], tiles: {} });
  });

  it('says of a tile what it asks before it is answered, and that it cannot be', () => {
    const asked = { params: { window: 'today', team: 'north' } };
    expect(shown(asked, null)).toMatchObject({
      form: 'number',
      title: null,
      words: { en: 'Leads', es: expect.any(String), ru: expect.any(String) },
      window: 'today',
      of: [{ dimension: 'team', value: 'north', name: null }],
      says: null,
      refused: false,
    });
    const refusal = { tile: 'one', problem: 'no', parameter: 'by', allowed: [] };
    expect(shown({ ...asked, title: 'Ours' }, refusal)).toMatchObject({ title: 'Ours', says: null, refused: true });
    expect(shown({ kpi: 'no-such' }, refusal)).toMatchObject({ title: 'no-such', words: null, says: null, refused: true });
  });

  it('says that a stock stands now, and that a flow without a window is of all time', () => {
    expect([shown({ kpi: 'waiting-now' }, null)?.always, shown({}, null)?.always]).toEqual(['now', 'ever']);
  });

  it('has the best five of a leaderboard, who shares a place, and nobody that is not ranked', () => {
    const groups = [
      ...['ana', 'bo', 'cy', 'dee', 'eve', 'flo'].map((rep, at) => group(rep, 9 - at, 9, { rank: at < 2 ? 1 : at + 1 })),
      group('zoe', 1, 1, { rank: null }),
    ];
    const tile = shown({ form: 'leaderboard', params: { by: 'rep' } }, says('leads-created', 'leads', { groups }));
    expect(names(tile)).toEqual(['ana', 'bo', 'cy', 'dee', 'eve']);
    expect(tile?.says?.lines.map(({ tied }) => tied)).toEqual([true, true, false, false, false]);
    expect(tile?.says?.more).toBe(0);
  });

  it('has six lines of a table, the better first and nobody’s last, and says how many more there are', () => {
    const groups = [group(null, 9, 9), ...[1, 2, 3, 4, 5, 6, 7].map((value) => group(`r${value}`, value, value))];
    const tile = shown({ form: 'table', params: { by: 'rep' } }, says('leads-created', 'leads', { groups }));
    expect(names(tile)).toEqual(['r7', 'r6', 'r5', 'r4', 'r3', 'r2']);
    expect(tile?.says?.more).toBe(2);
  });

  it('leaves stages and bands in their order, and shows them as a table', () => {
    const stages = ['created', 'answered', 'contacted'].map((stage, at) => ({ key: { stage }, value: at, n: at, excluded: {} }));
    const tile = shown({ kpi: 'funnel-volume', params: { window: 'today' } }, says('funnel-volume', 'leads', { groups: stages }));
    expect(tile?.form).toBe('table');
    expect(names(tile)).toEqual(['created', 'answered', 'contacted']);
  });

  it('greys what is of too few, in a line as in a point', () => {
    const few = [group('ana', 60, 9, { small: true })];
    const table = shown(
      { kpi: 'lead-response-time', form: 'table', params: { by: 'rep' } },
      says('lead-response-time', 's', { groups: few }),
    );
    expect(table?.says?.lines.map(({ small }) => small)).toEqual([true]);
    const buckets = [
      { from: 'a', to: 'b', groups: [group('ana', 60, 9, { small: true })] },
      { from: 'b', to: 'c', groups: [] },
    ];
    const trend = shown(
      { kpi: 'lead-response-time', form: 'trend', bucket: 'day' },
      says('lead-response-time', 's', { bucket: 'day', buckets }),
    );
    expect(trend?.says?.points).toEqual([
      { from: 'a', value: 60, small: true },
      { from: 'b', value: null, small: false },
    ]);
  });

  it('says nothing of a single lead, though the answer names one', () => {
    const groups = [{ key: {}, value: 90, n: 1, excluded: {}, lead: 'lead-17', median: 90 }];
    const tile = shown({ kpi: 'oldest-waiting' }, says('oldest-waiting', 's', { groups }));
    expect(JSON.stringify(tile)).not.toContain('lead-17');
  });
});
