import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { FloorState } from '@leadclock/live-protocol/floor-state.js';
import { RepState } from '@leadclock/live-protocol/rep-state.js';
import { TeamState } from '@leadclock/live-protocol/team-state.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io } from 'socket.io-client';
import { LivePage } from '../testing/live-page.js';
import { type OpenWall, openWall, rep } from '../testing/open-wall.js';

let floor: OpenWall;
const pages: LivePage[] = [];

beforeEach(async () => {
  floor = await openWall();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await floor.close();
});

async function open(view: 'ana' | 'nobody' | 'site' | 'north'): Promise<LivePage> {
  const isRep = view === 'ana' || view === 'nobody';
  const page = await LivePage.connect(
    floor.live.url,
    isRep ? { protocol: 1, view: 'rep', rep: view } : { protocol: 1, view: 'team', team: view === 'site' ? null : view },
    isRep ? ['floor', `rep:${view}`] : [view === 'site' ? 'team' : `team:${view}`],
  );
  pages.push(page);
  return page;
}

const answer = async (kpi: string, more = ''): Promise<Record<string, unknown>[]> => {
  const asked = await fetch(`${floor.live.url}/v1/kpis/${kpi}?${more}`);
  const { groups }: { groups: Record<string, unknown>[] } = JSON.parse(await asked.text());
  return groups;
};

const available = { is: 'available', since: null, by: null };

describe("a rep's page", () => {
  it('hears who waits on the floor, whose they are, and what a claim of them names', async () => {
    const page = await open('ana');
    const { leads, counts, reps } = FloorState.parse(page.states.get('floor'));
    expect(counts).toEqual({ waiting: 2, late: 1, nobodys: 1 });
    expect(leads['ada']).toMatchObject({ name: 'Ada L.', rep: 'ana', owner: 'Ana', since: at('09:00'), due: at('09:05') });
    expect(leads['bob']).toMatchObject({ rep: null, assignment: { id: expect.any(String) } });
    expect(reps).toEqual({ ana: { name: 'Ana', team: 'north', active: true, status: available } });
    expect(JSON.stringify([...page.states])).not.toContain('Lovelace');
  });

  it('hears of its own day', async () => {
    const page = await open('ana');
    const own = RepState.parse(page.states.get('rep:ana'));
    expect(own.me).toEqual({ rep: 'ana', name: 'Ana', team: 'north', active: true, status: available });
    expect(Object.keys(own.leads)).toEqual(['ada']);
    expect(own.today).toEqual({ answered: 3, medianSeconds: 120, p90Seconds: 168, inTarget: { value: 0.75, n: 4 } });
    expect(own.answers.map(({ lead: answered, seconds, late }) => [answered, seconds, late])).toEqual([
      ['done-1', 60, false],
      ['done-2', 120, false],
      ['done-3', 180, false],
    ]);
  });

  it('hears only of the lead that has changed, and of one that has gone that it has', async () => {
    const page = await open('ana');
    await floor.planted.plant(lead('cy').arrived('09:05:30'));
    await page.sees('floor', FloorState, 'the new lead', ({ leads }) => leads['cy'] !== undefined);
    expect(page.patches.find(({ members }) => members?.['leads'] !== undefined)?.members).toEqual({ leads: { cy: expect.anything() } });
    await floor.planted.plant(lead('cy').touched('09:05:40', { rep: 'ana', outcome: 'connected' }, { id: 'c2' }));
    const { leads } = await page.sees('floor', FloorState, 'its answer', (state) => state.leads['cy'] === undefined);
    expect(Object.keys(leads)).toEqual(['ada', 'bob']);
  });

  it('hears of its own new lead at once, though the floor was told of another a moment ago and waits', async () => {
    const page = await open('ana');
    const told = (stream: string, id: string) =>
      page.patches.findIndex((patch) => patch.stream === stream && JSON.stringify(patch.members ?? {}).includes(id));
    let n = 0;
    await until('a lead that Ana hears of before the floor does', async () => {
      const [before, own] = [`before-${++n}`, `own-${n}`];
      await floor.planted.plant(lead(before).arrived('09:05:30', { owner: 'luis' }));
      await page.sees('floor', FloorState, 'the lead before', ({ leads }) => leads[before] !== undefined);
      await floor.planted.plant(lead(own).arrived('09:05:31', { owner: 'ana' }));
      await page.sees('floor', FloorState, 'her lead on the floor', ({ leads }) => leads[own] !== undefined);
      const first = told('rep:ana', own);
      // where it took longer than the floor waits, both were told in one turn
      return first !== -1 && first < told('floor', own);
    });
  });

  it('is let in when nobody has its id, and is told so', async () => {
    const page = await open('nobody');
    expect(RepState.parse(page.states.get('rep:nobody'))).toMatchObject({ me: null, leads: {}, today: { answered: 0 } });
  });

  it('hears of an alert at once', async () => {
    const page = await open('ana');
    const alert = { id: 'a1', lead: 'ada', step: 'due', dueAt: at('09:05'), raisedAt: at('09:05'), rep: 'ana', unconfirmed: false };
    await plantAlerts(floor.planted.dataSource, alert);
    const { alerts } = await page.sees('floor', FloorState, 'the alert', (state) => state.alerts['a1'] !== undefined);
    expect(alerts['a1']).toMatchObject({ lead: 'ada', name: 'Ada L.', to: ['ana'], due: at('09:05'), retracted: false });
    await floor.screen.sees('the alert on the wall', (state) => state.alerts.some(({ alert: id }) => id === 'a1'));
  });

  it('hears whose the lead of an open alert is, and that it moves to somebody else', async () => {
    const page = await open('ana');
    const alert = { id: 'a1', lead: 'ada', step: 'due', dueAt: at('09:05'), raisedAt: at('09:05'), rep: 'ana', unconfirmed: false };
    await plantAlerts(floor.planted.dataSource, { ...alert, owners: ['ana'] });
    const first = await page.sees('floor', FloorState, 'the alert', (state) => state.alerts['a1'] !== undefined);
    expect(first.alerts['a1']).toMatchObject({ owner: 'ana' });
    expect(first.alerts['a1']?.moved).toBeUndefined();
    await floor.planted.plant(lead('ada').assigned('09:05:40', 'luis', undefined, { id: 'to-luis' }));
    const given = await page.sees('floor', FloorState, 'the new owner', (state) => state.alerts['a1']?.owner === 'luis');
    expect(given.alerts['a1']).toMatchObject({ to: ['ana'], moved: true });
    await floor.planted.plant(lead('ada').assigned('09:05:50', 'ana', undefined, { id: 'to-ana' }));
    const back = await page.sees('floor', FloorState, 'who had it', (state) => state.alerts['a1']?.owner === 'ana');
    expect(back.alerts['a1']?.moved).toBeUndefined();
  });
});

describe("a manager's page", () => {
  it.each(['site', 'north'] as const)('says of %s what the KPIs say', async (view) => {
    await floor.planted.plant(
      subject('luis').tell('rep.set', '08:00', { ...rep('Luis'), team: 'south' }),
      subject('north').tell('team.set', '08:00', { name: 'North' }),
      lead('dan').arrived('08:30', { owner: 'luis' }).called('08:36', 'luis', 'connected'),
    );
    const page = await open(view);
    const stream = view === 'site' ? 'team' : 'team:north';
    const filter = view === 'site' ? '' : '&team=north';
    const first = async (kpi: string, window = '') => (await answer(kpi, `${window}${filter}`))[0];
    const inTarget = (await first('answered-in-target', 'window=today'))?.['value'];
    const state = await page.sees(stream, TeamState, 'the share in target', (told) => told.inTarget.value === inTarget);
    expect(state.waiting.n).toBe((await first('waiting-now'))?.['value']);
    expect(state.late.n).toBe((await first('late-now'))?.['value']);
    const response = await first('lead-response-time', 'window=today');
    expect(state.response).toEqual({ medianSeconds: response?.['value'], p90Seconds: response?.['p90'], n: response?.['n'] });
    expect(state.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(response?.['n']);
    const funnel = (await answer('funnel-volume', `window=today${filter}`)).filter(({ key }) => JSON.stringify(key) !== '{"stage":"lost"}');
    expect(state.funnel.map(({ count }) => count)).toEqual(funnel.map(({ value }) => value));
    const byRep = await answer('lead-response-time', `window=today&by=rep${filter}`);
    for (const line of state.reps.filter(({ answered }) => answered > 0)) {
      const group = byRep.find(({ key }) => JSON.stringify(key) === JSON.stringify({ rep: line.rep }));
      expect([line.medianSeconds, line.answered]).toEqual([group?.['value'], group?.['n']]);
    }
    expect(state.reps.map(({ rep: id }) => id)).toEqual(view === 'site' ? ['ana', 'luis', null] : ['ana']);
  });

  it.each(['site', 'north'] as const)('of %s hears of what managers are told, of any team, and of nothing else', async (view) => {
    const page = await open(view);
    const alert = { lead: 'ada', step: 'due', dueAt: at('09:05'), raisedAt: at('09:05'), unconfirmed: false };
    await plantAlerts(
      floor.planted.dataSource,
      { ...alert, id: 'a1', rep: 'ana' },
      { ...alert, id: 'a2', lead: 'bob', rep: 'manager:south' },
    );
    await plantAlerts(floor.planted.dataSource, { ...alert, id: 'a3', rep: JSON.stringify(['ana', 'manager:*']) });
    const stream = view === 'site' ? 'team' : 'team:north';
    const { alerts = {} } = await page.sees(stream, TeamState, 'both alerts', (state) => state.alerts?.['a3'] !== undefined);
    expect(Object.keys(alerts)).toEqual(['a2', 'a3']);
    expect(alerts['a3']).toMatchObject({ lead: 'ada', name: 'Ada L.', to: ['ana', 'manager:*'], due: at('09:05'), retracted: false });
    expect(page.patches.filter(({ members }) => members?.['alerts'] !== undefined).length).toBeGreaterThan(0);
    const late = TeamState.parse((await open(view)).states.get(stream));
    expect(late.alerts).toEqual(alerts);
  });

  it('tells what happened, the latest first, a deadline that passed among it', async () => {
    const page = await open('site');
    floor.clock.now = at('09:09');
    const { feed, late } = await page.sees('team', TeamState, 'bob late', (state) => state.late.n === 2);
    expect(feed.slice(0, 3).map(({ kind, lead: of, at: when }) => [kind, of, when])).toEqual([
      ['late', 'bob', at('09:09')],
      ['late', 'ada', at('09:05')],
      ['arrived', 'bob', at('09:04')],
    ]);
    expect(late.oldest).toMatchObject({ lead: 'ada', due: at('09:05') });
  });
});

describe('a page that is none of the protocol', () => {
  it.each([
    ['another version', { protocol: 2, view: 'wall' }, 'protocol'],
    ['another view', { protocol: 1, view: 'admin' }, 'view'],
    ['no rep', { protocol: 1, view: 'rep', rep: '' }, 'view'],
  ])('is not let in and told why: %s', async (_what, auth, reason) => {
    const socket = io(floor.live.url, { transports: ['websocket'], reconnection: false, forceNew: true, auth });
    const error = await new Promise<Error & { data?: unknown }>((resolve) => socket.once('connect_error', resolve));
    expect(error.data).toMatchObject({ reason, problem: expect.any(String) });
    socket.close();
  });

  it('is sent away when it sends without end, and the others do not notice', async () => {
    const socket = io(floor.live.url, { transports: ['websocket'], reconnection: false, forceNew: true });
    await until('the connection', () => socket.connected);
    for (let n = 0; n < 2_000; n++) socket.emit('nonsense', n);
    await until('the end of the connection', () => !socket.connected);
    expect(await floor.screen.socket.emitWithAck('clock', {})).toEqual({ serverTime: floor.clock.now });
  });
});
