import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, Story, subject } from '@leadclock/domain/testing/story.js';
import { FloorState } from '@leadclock/live-protocol/floor-state.js';
import { RepState } from '@leadclock/live-protocol/rep-state.js';
import { TeamState } from '@leadclock/live-protocol/team-state.js';
import { snoozeAlert } from '@leadclock/read-model/outside/alert.table.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { startLiveApp } from '../testing/live-app.js';
import { LivePage } from '../testing/live-page.js';
import { type OpenWall, openWall, rep } from '../testing/open-wall.js';

let floor: OpenWall;
const pages: LivePage[] = [];

beforeEach(async () => {
  floor = await openWall();
  await floor.planted.plant(subject('luis').tell('rep.set', '08:00', rep('Luis')));
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await floor.close();
});

async function pageOf(who: string, url = floor.live.url): Promise<LivePage> {
  const page = await LivePage.connect(url, { protocol: 1, view: 'rep', rep: who }, ['floor', `rep:${who}`]);
  pages.push(page);
  return page;
}

const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const between = { from: 'ana', to: 'luis' };
const offered = ada.tell('lead.handover_offered', '09:05:10', between);
/** A lead that was answered, and is to be called again. */
const cy = lead('cy').arrived('08:30').called('08:31', 'ana', 'connected');
const promised = cy.tell('lead.follow_up_set', '08:32', { rep: 'ana', at: '2026-11-02T10:00:00.000Z' });

/** Only what was told last: the rest is planted already. */
const last = ({ subject: about, events }: Story): Story => new Story(about, events.slice(-1));

describe('an offer', () => {
  it('is heard by both reps and on the floor, and how it ended too', async () => {
    const [ana, luis] = [await pageOf('ana'), await pageOf('luis')];
    await floor.planted.plant(last(offered));
    const open = { event: { source: '/story', id: offered.events.at(-1)?.id }, ...between, since: at('09:05:10'), ended: null };
    for (const [page, who] of [
      [ana, 'ana'],
      [luis, 'luis'],
    ] as const) {
      const { agreed } = await page.sees(`rep:${who}`, RepState, 'the offer', (state) => state.agreed?.['ada'] !== undefined);
      expect(agreed?.['ada']).toMatchObject({ name: 'Ada L.', rep: 'ana', owner: 'Ana', waits: true, due: at('09:05'), offer: open });
    }
    await ana.sees('floor', FloorState, 'it on the floor', ({ leads }) => leads['ada']?.offer?.to === 'luis');
    expect(JSON.stringify(floor.screen.state)).not.toContain('handover');

    await floor.planted.plant(last(offered.tell('lead.handover_declined', '09:05:30', between)));
    const { agreed } = await ana.sees('rep:ana', RepState, 'its end', (state) => state.agreed?.['ada']?.offer?.ended !== null);
    expect(agreed?.['ada']?.offer?.ended).toEqual({ how: 'declined', at: at('09:05:30') });
  });

  it('lapses when the lead changes hands, and is there after a restart of the screens', async () => {
    await floor.planted.plant(last(offered));
    const again = await startLiveApp(floor.planted.dataSource, floor.clock);
    try {
      const luis = await pageOf('luis', again.url);
      await luis.sees('rep:luis', RepState, 'the offer', ({ agreed }) => agreed?.['ada']?.offer?.ended === null);
      await floor.planted.plant(last(offered.tell('lead.assigned', '09:05:40', { owner: null })));
      await luis.sees('rep:luis', RepState, 'its end', ({ agreed }) => agreed?.['ada']?.offer?.ended?.how === 'lapsed');
    } finally {
      await again.close();
    }
  });
});

describe('a promised call', () => {
  it('is heard by who promised it, though the lead waits no more, until it is made', async () => {
    const [ana, luis] = [await pageOf('ana'), await pageOf('luis')];
    await floor.planted.plant(promised);
    const { agreed } = await ana.sees('rep:ana', RepState, 'the call', (state) => state.agreed?.['cy'] !== undefined);
    expect(agreed?.['cy']).toMatchObject({ waits: false, due: null, callBack: { at: Date.UTC(2026, 10, 2, 10), by: 'ana' } });
    expect(luis.states.get('rep:luis')).toMatchObject({ agreed: {} });
    await floor.planted.plant(last(promised.called('09:05:50', 'luis', 'connected')));
    await ana.sees('rep:ana', RepState, 'it gone', (state) => state.agreed?.['cy'] === undefined);
  });

  it('is known after a restart of the screens, by its deadline', async () => {
    await floor.planted.plant(promised);
    const { name } = await currentSet(floor.planted.dataSource);
    await floor.planted.dataSource.query(
      `insert into ${name}.deadline (lead, step, due_at, policy, clock) values ('cy', 'call_back', '2026-11-02T10:00:00Z', 'default', '{}')`,
    );
    const again = await startLiveApp(floor.planted.dataSource, floor.clock);
    try {
      const ana = await pageOf('ana', again.url);
      await ana.sees('rep:ana', RepState, 'the call', ({ agreed }) => agreed?.['cy']?.callBack?.by === 'ana');
    } finally {
      await again.close();
    }
  });
});

it('a rep who says that he is away is away on every page, by whoever said so', async () => {
  const ana = await pageOf('ana');
  const team = await LivePage.connect(floor.live.url, { protocol: 1, view: 'team', team: null }, ['team']);
  pages.push(team);
  const never = { is: 'available', since: null, by: null };
  expect(FloorState.parse(ana.states.get('floor')).reps['luis']?.status).toEqual(never);
  await floor.planted.plant(subject('luis').tell('rep.status_changed', '09:05', { status: 'away', by: 'rule:default/due' }));
  const away = { is: 'away', since: at('09:05'), by: 'rule:default/due' };
  const { reps } = await ana.sees('floor', FloorState, 'his status', (state) => state.reps['luis']?.status?.is === 'away');
  expect(reps).toMatchObject({ ana: { status: never }, luis: { status: away } });
  const lines = (await team.sees('team', TeamState, 'it in the table', (state) => state.reps.some(({ status }) => status?.is === 'away')))
    .reps;
  expect(lines.map(({ rep: id, status }) => [id, status])).toEqual([
    ['ana', never],
    ['luis', away],
    [null, undefined],
  ]);
  await floor.planted.plant(subject('ana').tell('rep.status_changed', '09:05:30', { status: 'on_call', by: 'ana' }));
  await ana.sees('rep:ana', RepState, 'her own', ({ me }) => me?.status?.is === 'on_call' && me.status.by === null);
});

it('an alert that is put off says until when, by whom and why', async () => {
  const ana = await pageOf('ana');
  const alert = { id: 'a1', lead: 'ada', step: 'due', dueAt: at('09:05'), raisedAt: at('09:05'), rep: 'ana', unconfirmed: false };
  await plantAlerts(floor.planted.dataSource, alert);
  const { alerts } = await ana.sees('floor', FloorState, 'the alert', (state) => state.alerts['a1'] !== undefined);
  expect(alerts['a1']).not.toHaveProperty('snoozed');
  await snoozeAlert(floor.planted.dataSource.manager, 'a1', { rep: 'ana', at: at('09:06'), until: at('09:08'), reason: 'on_call' });
  await ana.sees('floor', FloorState, 'it put off', (state) => state.alerts['a1']?.snoozed?.reason === 'on_call');
});
