import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { BoardState, type TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { BoardFloor, tileOf } from '../testing/board-floor.js';
import { LivePage } from '../testing/live-page.js';

let floor: BoardFloor;
const pages: LivePage[] = [];

beforeEach(async () => {
  floor = await BoardFloor.open();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await floor.close();
});

describe('the answers of a board', () => {
  it('are those of its tiles, each in its form, of one instant; one that asks wrongly says so in its place', async () => {
    await floor.keep(
      'floor',
      { id: 'answers', kpi: 'lead-response-time', params: { window: 'today' } },
      { id: 'days', kpi: 'leads-created', form: 'trend', bucket: 'hour', params: { window: 'today' } },
      { id: 'best', kpi: 'leads-created', form: 'leaderboard', params: { by: 'rep' } },
      { id: 'teams', kpi: 'leads-created', form: 'leaderboard', params: { by: 'rep' }, teams: true },
      { id: 'colour', kpi: 'late-now', params: { by: 'colour' } },
      { id: 'none', kpi: 'no-such' },
      { id: 'all', kpi: 'leads-created', form: 'leaderboard' },
    );
    const told = await floor.json<{ board: string; version: number; tiles: TileAnswer[] }>('/v1/boards/floor/answers');
    expect(told).toMatchObject({ board: 'floor', version: 1 });
    const [answers, days, best, teams, colour, none, all] = told.tiles;
    expect(answers).toMatchObject({ tile: 'answers', unit: 's', as_of: '2026-11-02T12:00:00.000Z', groups: [{ value: 330, n: 2 }] });
    expect(days).toMatchObject({ tile: 'days', bucket: 'hour', buckets: expect.any(Array), live: false });
    expect(best).toMatchObject({
      groups: [
        { key: { rep: 'ana' }, value: 2, rank: 1 },
        { key: { rep: 'bo' }, value: 1, rank: 2 },
      ],
    });
    expect(teams).toMatchObject({ groups: [{ key: { team: 'north' }, rank: 1 }, { key: { team: 'south' } }] });
    expect(colour).toMatchObject({
      tile: 'colour',
      parameter: 'by',
      problem: expect.any(String),
      allowed: expect.arrayContaining(['rep']),
    });
    expect(none).toMatchObject({ tile: 'none', parameter: 'kpi' });
    expect(all).toMatchObject({ tile: 'all', parameter: 'by', allowed: expect.arrayContaining(['rep']) });
    expect(new Set(told.tiles.flatMap((tile) => ('as_of' in tile ? tile.as_of : []))).size).toBe(1);
    expect((await fetch(`${floor.live.url}/v1/boards/gone/answers`)).status).toBe(404);
  });

  it('come from live figures once these are there, and say the same', async () => {
    await floor.keep('one', { id: 'answers', kpi: 'lead-response-time', params: { window: 'today', by: 'rep' } });
    const [asked] = await floor.answersOf('one');
    const kept = await until('the live tile', async () => {
      const [tile] = await floor.answersOf('one');
      return tile !== undefined && 'live' in tile && tile.live ? tile : null;
    });
    expect(kept).toEqual({ ...asked, live: true });
    await floor.planted.plant(lead('dee').arrived('11:59', { owner: 'ana' }).called('11:59:30', 'ana', 'connected'));
    const { groups } = floor.inMemory('lead-response-time', { window: 'today', by: 'rep' });
    // on a machine that is busy a board does not wait for the feed
    await until('the answer with the new lead', async () => JSON.stringify(await floor.answersOf('one')).includes(JSON.stringify(groups)));
  });

  it('can be asked of tiles that are on no board, which are not kept for that', async () => {
    const post = (body: unknown) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const told = await floor.json(
      '/v1/questions',
      post({ tiles: [tileOf({ id: 'a', kpi: 'waiting-now' }), tileOf({ id: 'b', kpi: 'x' })] }),
    );
    expect(told).toMatchObject({
      tiles: [
        { tile: 'a', live: false, groups: [{ value: 1 }] },
        { tile: 'b', parameter: 'kpi' },
      ],
    });
    const asked = async (body: unknown) => {
      const refused = await fetch(`${floor.live.url}/v1/questions`, post(body));
      return [refused.status, await refused.json()];
    };
    const allowed = expect.arrayContaining([expect.any(String)]);
    expect(await asked({ tiles: [{ id: 'A B' }] })).toEqual([400, { parameter: 'tiles.0.id', problem: expect.any(String), allowed }]);
    expect(await asked({})).toEqual([400, { parameter: 'tiles', problem: 'is missing; it must be a list', allowed }]);
    expect(await asked([])).toEqual([400, { parameter: 'tiles', problem: 'must be an object', allowed }]);
    expect(await asked({ tiles: [{ ...tileOf({ id: 'a', kpi: 'waiting-now' }), from: 'web' }] })).toEqual([
      400,
      { parameter: 'tiles.0.from', problem: expect.stringContaining('is not a field here'), allowed },
    ]);
  });
});

describe('a page with a board', () => {
  const open = async (board: string): Promise<LivePage> => {
    const page = await LivePage.connect(floor.live.url, { protocol: 1, view: 'board', board }, [`board:${board}`]);
    pages.push(page);
    return page;
  };
  const valueOf = ({ tiles }: BoardState, id: string): unknown => {
    const tile = tiles[id];
    return tile !== undefined && 'groups' in tile ? tile.groups?.[0]?.value : undefined;
  };

  it('hears of each tile that says something else, and of no other', async () => {
    await floor.keep(
      'floor',
      { id: 'waiting', kpi: 'waiting-now' },
      { id: 'won', kpi: 'won-revenue', params: { window: 'today' } },
      { id: 'hours', kpi: 'leads-created', form: 'trend', bucket: 'hour', params: { window: 'today' } },
      { id: 'wrong', kpi: 'late-now', params: { by: 'colour' } },
    );
    const page = await open('floor');
    const isLive = ({ tiles }: BoardState) => ['waiting', 'won'].every((id) => JSON.stringify(tiles[id]).includes('"live":true'));
    const first = await page.sees(
      'board:floor',
      BoardState,
      'the tiles',
      (state) => Object.keys(state.tiles).length === 4 && isLive(state),
    );
    expect(first.board).toMatchObject({ id: 'floor', version: 1 });
    expect([valueOf(first, 'waiting'), valueOf(first, 'won')]).toEqual([1, 90]);
    expect(first.tiles['wrong']).toMatchObject({ parameter: 'by' });
    page.patches.splice(0);
    await floor.planted.plant(lead('dee').arrived('11:59', { owner: 'ana' }));
    await page.sees('board:floor', BoardState, 'the lead that waits', (state) => valueOf(state, 'waiting') === 2);
    const sent = page.patches.flatMap(({ members }) => Object.keys(members?.['tiles'] ?? {}));
    expect(sent).not.toContain('won');
    expect(sent).not.toContain('wrong');
    await page.sees('board:floor', BoardState, 'the trend', ({ tiles }) => JSON.stringify(tiles['hours']).includes('"value":2'));
  });

  it('hears of the clock alone', async () => {
    await floor.keep('late', { id: 'late', kpi: 'late-now' });
    const page = await open('late');
    await page.sees('board:late', BoardState, 'the figure', (state) => valueOf(state, 'late') === 0);
    floor.clock.now = at('12:03');
    await page.sees('board:late', BoardState, 'the lead that is late', (state) => valueOf(state, 'late') === 1);
  });

  it('hears of the board itself: tiles that come and go, and its end', async () => {
    await floor.keep('floor', { id: 'a', kpi: 'waiting-now' });
    const page = await open('floor');
    await page.sees('board:floor', BoardState, 'the tile', ({ tiles }) => tiles['a'] !== undefined);
    await floor.keep('floor', { id: 'b', kpi: 'leads-created' });
    const { board } = await page.sees(
      'board:floor',
      BoardState,
      'the other',
      ({ tiles }) => tiles['b'] !== undefined && tiles['a'] === undefined,
    );
    expect(board?.version).toBe(2);
    await floor.planted.dataSource.query(`delete from board`);
    await page.sees('board:floor', BoardState, 'the end', (state) => state.board === null && Object.keys(state.tiles).length === 0);
  });

  it('is let in where there is no board, and asks for what it missed', async () => {
    const page = await open('nothing');
    expect(BoardState.parse(page.states.get('board:nothing'))).toEqual({ board: null, tiles: {} });
    page.states.clear();
    page.socket.emit('resume', { stream: 'board:nothing', epoch: 'another', from: 3 });
    await page.sees('board:nothing', BoardState, 'a snapshot again', ({ board }) => board === null);
    expect(await page.socket.emitWithAck('clock', {})).toEqual({ serverTime: floor.clock.now });
  });
});
