import { lead, subject } from '@leadclock/domain/testing/story.js';
import { SceneState } from '@leadclock/live-protocol/scene-state.js';
import { BoardFloor } from '../testing/board-floor.js';
import { LivePage } from '../testing/live-page.js';

let floor: BoardFloor;
const walls: LivePage[] = [];

beforeEach(async () => {
  floor = await BoardFloor.open();
});
afterEach(async () => {
  for (const wall of walls.splice(0)) wall.close();
  await floor.close();
});

async function hang(...boards: string[]): Promise<LivePage> {
  const wall = await LivePage.connect(floor.live.url, { protocol: 1, view: 'wall', boards }, [
    'wall',
    ...boards.map((board) => `scene:${board}`),
  ]);
  walls.push(wall);
  return wall;
}
const firstLine = ({ tiles }: SceneState, id: string) => tiles[id]?.says?.lines[0];

describe('a wall with boards', () => {
  it('hears what their tiles say and who is meant, and nothing of a lead', async () => {
    await floor.keep(
      'floor',
      { id: 'best', kpi: 'leads-created', form: 'leaderboard', params: { by: 'rep' } },
      { id: 'oldest', kpi: 'oldest-waiting' },
    );
    await floor.keep('won', { id: 'won', kpi: 'won-revenue', params: { window: 'today', team: 'north' } });
    const wall = await hang('floor', 'won');
    const state = await wall.sees('scene:floor', SceneState, 'the ranking', (seen) => firstLine(seen, 'best') !== undefined);
    expect(state).toMatchObject({ name: 'floor', order: ['best', 'oldest'] });
    expect(firstLine(state, 'best')).toMatchObject({ members: [{ dimension: 'rep', value: 'ana', name: 'Ana' }], value: 2, rank: 1 });
    const won = await wall.sees('scene:won', SceneState, 'the amount', (seen) => firstLine(seen, 'won') !== undefined);
    expect(firstLine(won, 'won')).toMatchObject({ value: 90, currency: 'EUR' });
    await wall.sees('scene:floor', SceneState, 'the oldest', (seen) => firstLine(seen, 'oldest') !== undefined);
    expect(JSON.stringify(wall.states.get('scene:floor'))).not.toMatch(/ada|bob|"cy"/);
    expect([...wall.states.keys()].toSorted()).toEqual(['scene:floor', 'scene:won', 'wall']);
  });

  it('hears of every event, of a new name, and beats', async () => {
    await floor.keep('floor', { id: 'best', kpi: 'leads-created', form: 'leaderboard', params: { by: 'rep' } });
    const wall = await hang('floor');
    await wall.sees('scene:floor', SceneState, 'the ranking', (seen) => firstLine(seen, 'best')?.value === 2);
    await floor.planted.plant(lead('dee').arrived('11:59', { owner: 'ana' }));
    await wall.sees('scene:floor', SceneState, 'the lead', (seen) => firstLine(seen, 'best')?.value === 3);
    await floor.planted.plant(subject('ana').tell('rep.set', '11:59', { name: 'Ana María', team: 'north', active: true }, { id: 'e2' }));
    await wall.sees('scene:floor', SceneState, 'the name', (seen) => firstLine(seen, 'best')?.members[0]?.name === 'Ana María');
  });

  it('hears that a board has changed, and that it is gone; one that never was has no name', async () => {
    await floor.keep('floor', { id: 'a', kpi: 'waiting-now' });
    const wall = await hang('floor', 'never');
    await wall.sees('scene:never', SceneState, 'nothing', ({ name }) => name === null);
    await wall.sees('scene:floor', SceneState, 'the tile', (seen) => firstLine(seen, 'a')?.value === 1);
    await floor.keep('floor', { id: 'b', kpi: 'leads-created' }, { id: 'a', kpi: 'waiting-now' });
    await wall.sees('scene:floor', SceneState, 'both tiles', ({ order }) => order.join(' ') === 'b a');
    await floor.planted.dataSource.query(`delete from board`);
    await wall.sees('scene:floor', SceneState, 'the end', ({ name, tiles }) => name === null && Object.keys(tiles).length === 0);
  });

  it('asks for what it missed', async () => {
    await floor.keep('floor', { id: 'a', kpi: 'waiting-now' });
    const wall = await hang('floor');
    await wall.sees('scene:floor', SceneState, 'the tile', (seen) => firstLine(seen, 'a')?.value === 1);
    wall.states.delete('scene:floor');
    wall.socket.emit('resume', { stream: 'scene:floor', epoch: 'another', from: 3 });
    await wall.sees('scene:floor', SceneState, 'a snapshot again', (seen) => firstLine(seen, 'a')?.value === 1);
  });
});

describe('a tile that asks for more', () => {
  it('is compared and held against its target, on the wall as over HTTP, and hears of a new target', async () => {
    await floor.planted.plant(
      lead('old').arrived('sun-1 11:00', { owner: 'ana' }),
      subject('goal-1').tell('target.set', '08:00', { kpi: 'leads-created', period: { from: '2026-11-02', to: '2026-11-02' }, value: 6 }),
    );
    const params = { window: 'today' };
    await floor.keep('floor', { id: 'leads', kpi: 'leads-created', params, compare: 'before', target: 'set' });
    const [told] = await floor.answersOf('floor');
    expect(told).toMatchObject({
      groups: [{ value: 3 }],
      compared: { with: 'before', reason: null, changes: [{ now: 3, then: 1, difference: 2 }] },
      goals: [{ target: 6, share: 0.5, reached: false }],
    });
    const wall = await hang('floor');
    const seen = await wall.sees('scene:floor', SceneState, 'both', (state) => {
      const line = firstLine(state, 'leads');
      return line !== undefined && line.change !== null && line.goal !== null;
    });
    expect(seen.tiles['leads']).toMatchObject({ rich: true, better: expect.any(String) });
    expect(firstLine(seen, 'leads')).toMatchObject({ change: { with: 'before', then: 1, difference: 2 }, goal: { target: 6 } });
    await floor.planted.plant(
      subject('goal-1').tell(
        'target.set',
        '11:59',
        { kpi: 'leads-created', period: { from: '2026-11-02', to: '2026-11-02' }, value: 3 },
        { id: 'e2' },
      ),
    );
    await wall.sees('scene:floor', SceneState, 'the new target', (state) => firstLine(state, 'leads')?.goal?.reached === true);
  });
});
