import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type OpenWall, openWall, rep } from '../testing/open-wall.js';

let wall: OpenWall;

beforeEach(async () => {
  wall = await openWall();
});
afterEach(() => wall.close());

describe('the wall', () => {
  it('shows who waits, who is late, and who was fast, without more of a person than a first name and an initial', async () => {
    const state = await wall.screen.sees('the first figures', ({ fastest }) => fastest.length > 0);
    expect(state).toEqual({
      site: { name: 'Sala de ventas', zone: 'Europe/Madrid', locale: 'es-ES', targetSeconds: 300, goal: 0.95 },
      lateCount: 1,
      waitingCount: 2,
      oldest: { lead: 'ada', name: 'Ada L.', owner: 'Ana', since: at('09:00'), due: at('09:05'), heldMs: null },
      inTarget: { value: 0.75, n: 4 },
      waiting: [
        { lead: 'ada', name: 'Ada L.', owner: 'Ana', since: at('09:00'), due: at('09:05'), heldMs: null },
        { lead: 'bob', name: '#bob', owner: null, since: at('09:04'), due: at('09:09'), heldMs: null },
      ],
      fastest: [{ rank: 1, rep: 'Ana', medianSeconds: 120, answered: 3 }],
      news: [
        { id: 'done-3 call-08:03', rep: 'Ana', lead: '#done-3', seconds: 180, at: at('08:03') },
        { id: 'done-2 call-08:02', rep: 'Ana', lead: '#done-2', seconds: 120, at: at('08:02') },
        { id: 'done-1 call-08:01', rep: 'Ana', lead: '#done-1', seconds: 60, at: at('08:01') },
      ],
      funnel: [
        { stage: 'created', label: null, of: 'leads', count: 5, rate: null },
        { stage: 'answered', label: null, of: 'leads', count: 3, rate: 0.6 },
        { stage: 'contacted', label: null, of: 'leads', count: 3, rate: 1 },
        { stage: 'meeting', label: null, of: 'leads', count: 0, rate: 0 },
        { stage: 'qualified', label: null, of: 'leads', count: 0, rate: null },
      ],
      // exactly two minutes belong to the second bin, as exactly five would be in target
      distribution: [1, 1, 1, 0, 0, 0, 0, 0, 0].map((count, bin) => ({
        fromSeconds: [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600][bin],
        toSeconds: [60, 120, 180, 240, 300, 600, 1_800, 3_600, null][bin],
        count,
      })),
      wins: [],
      alerts: [],
      demo: false,
      setup: { anyLead: true, source: null },
      pending: null,
    });
    expect(JSON.stringify([wall.screen.snapshots, wall.screen.patches])).not.toContain('Lovelace');
  });

  it('moves with an event', async () => {
    await wall.planted.plant(lead('ada').touched('09:05:30', { rep: 'ana', outcome: 'connected' }, { id: 'a2' }));
    const state = await wall.screen.sees('the answer', ({ waitingCount }) => waitingCount === 1);
    expect(state).toMatchObject({
      lateCount: 0,
      oldest: { lead: 'bob' },
      news: [{ rep: 'Ana', lead: 'Ada L.', seconds: 330 }, {}, {}, {}],
    });
    expect(wall.screen.patches.at(-1)?.epoch).toBe(wall.screen.epoch);
    await wall.screen.sees('the figure of today', ({ inTarget }) => inTarget.n === 4 && inTarget.value === 0.75);
  });

  it('moves with the clock alone: late at the deadline, empty figures after midnight', async () => {
    wall.clock.now = at('09:09');
    await wall.screen.sees('bob late', ({ lateCount }) => lateCount === 2);
    wall.clock.now = at('23:00');
    const state = await wall.screen.sees('a new day in Madrid', ({ inTarget }) => inTarget.n === 0);
    expect(state).toMatchObject({ fastest: [], news: [], waitingCount: 2, inTarget: { value: null, n: 0 } });
  });

  it('shows how long a paused lead had waited, behind all whose clock runs', async () => {
    await wall.planted.plant(lead('ada').tell('lead.paused', '09:02', {}, { id: 'p1' }));
    const state = await wall.screen.sees('the pause', ({ waiting }) => waiting.some(({ heldMs }) => heldMs !== null));
    expect(state.waiting.map(({ lead: id, heldMs }) => [id, heldMs])).toEqual([
      ['bob', null],
      ['ada', 120_000],
    ]);
  });

  it('begins a new epoch when another set is read', async () => {
    const { epoch } = wall.screen;
    await wall.planted.dataSource.query('update current_set set epoch = epoch + 1');
    await until('another epoch', () => wall.screen.epoch !== epoch);
    expect(wall.screen.state).toMatchObject({ waitingCount: 2 });
  });

  it('reads everything again when a part of the feed is missing', async () => {
    const { epoch } = wall.screen;
    await wall.planted.dataSource.query('update set_1.checkpoint set change_no = change_no + 1 where partition = 1');
    await until('another epoch', () => wall.screen.epoch !== epoch);
  });

  it('reads everything again when more than 5,000 subjects have changed', async () => {
    const { epoch } = wall.screen;
    await wall.planted.change(Array.from({ length: 5_001 }, (_, i) => `s${i}`));
    await until('another epoch', () => wall.screen.epoch !== epoch);
  });

  it('reads everything again when the configuration has changed', async () => {
    await wall.planted.plant(subject('ana').tell('rep.set', '08:30', rep('Ana María'), { id: 'r2' }));
    await wall.screen.sees('the new name', ({ fastest }) => fastest[0]?.rep === 'Ana María');
  });

  it('says that it is not up to date while old events come in', async () => {
    const { patches } = wall.screen;
    const before = patches.length;
    await wall.planted.plant(lead('late').arrived('08:00'));
    // in the frames, not in the state: a second look may end it within milliseconds
    await until('the mark', () => patches.slice(before).some(({ set }) => set.pending === 'catching_up'));
    await wall.screen.sees('the end of it', ({ pending }) => pending === null);
  });

  it('is not ready while the read model cannot be read, and recovers by itself', async () => {
    await wall.planted.dataSource.query('alter table current_set rename to current_set_away');
    await until('the reason', () => wall.live.readiness.blockers()['live']);
    await wall.planted.dataSource.query('alter table current_set_away rename to current_set');
    await until('no reason', () => wall.live.readiness.blockers()['live'] === undefined);
  });
});

it('tells what has moved while the names could not be read', async () => {
  await wall.screen.sees('quiet', ({ pending }) => pending === null);
  await wall.planted.dataSource.query('alter table contact rename to contact_away');
  await wall.planted.plant(lead('cy').arrived('09:05:59'));
  await until('the trouble', () => wall.live.readiness.blockers()['live']);
  await wall.planted.dataSource.query('alter table contact_away rename to contact');
  await wall.screen.sees('the third lead', ({ waitingCount, waiting }) => waitingCount === 3 && waiting.length === 3);
});
