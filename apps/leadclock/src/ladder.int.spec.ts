import type { AlertEngine } from '@leadclock/alerts/engine/alert-engine.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import type { TestInstallation } from '@leadclock/projector/testing/installation.js';
import { snoozeAlert } from '@leadclock/read-model/outside/alert.table.js';
import { insertClaim } from '@leadclock/read-model/outside/claim.table.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { LadderFloor, policy, step } from './testing/ladder-floor.js';

const iso = (time: string): string => new Date(at(time)).toISOString();
const rep = (id: string): Story => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true });
const north = [rep('ana'), rep('luis'), rep('zoe')];
const ofAna = (id: string, time = '09:00'): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });

describe('the ladder of a policy', () => {
  let floor: LadderFloor;
  let installation: TestInstallation;
  beforeEach(async () => {
    floor = await LadderFloor.open();
    installation = floor.installation;
  });
  afterEach(() => floor.close());

  const engine = () => floor.engine();
  const given = (...stories: readonly Story[]) => floor.given(...stories);
  const turn = (time: string, ...engines: readonly AlertEngine[]) => floor.turn(time, ...engines);
  const told = () => floor.told();
  /** What lies in the spool beside what was told, in its order. */
  const done = async (): Promise<unknown[]> =>
    (await installation.dataSource.query<{ value: string }[]>('select value from spool order by id'))
      .map(({ value }) => JSON.parse(value))
      .filter(({ type }) => !type.startsWith('alert.'))
      .map(({ type, subject: of, data }) => [type, of, data]);
  /** What a command does that puts an alert off: its row at once, then its event. */
  const putOff = async (of: string, time: string, end: string): Promise<void> => {
    const { dataSource } = installation;
    const [alert] = await dataSource.query<{ id: string }[]>('select id from alert where lead = $1', [of]);
    const id = alert?.id ?? '';
    expect(await dataSource.transaction((em) => snoozeAlert(em, id, { rep: 'ana', at: at(time), until: at(end), reason: 'on_call' }))).toBe(
      true,
    );
    const said = { alert: id, step: 'late', due_at: iso('09:05'), raised_at: iso('09:05'), to: 'ana', until: iso(end) };
    await given(lead(of).tell('alert.snoozed', time, said, { id: 'snooze' }));
  };
  /** As if the relay had sent them, to a log that nobody reads. */
  const emptySpool = () => installation.dataSource.query('delete from spool');
  /** Takes out of the spool what the relay would send, in its order. */
  const sendSpool = () =>
    installation.dataSource.query<{ key: string; value: string }[]>(
      'with sent as (delete from spool returning *) select key, value from sent order by id',
    );

  it('tells again while its reason stands, as often as it says, each time once whoever does it', async () => {
    await given(policy([step({ repeat_s: 60, repeat_max: 2 })]), ofAna('ada'));
    const both = [engine(), engine()];
    await turn('09:04:59', ...both);
    expect(await told()).toEqual([]);
    await turn('09:05', ...both);
    await turn('09:05:59', ...both);
    expect(await told()).toEqual(['09:05:00 ada ana']);
    await turn('09:06', ...both);
    // one that was started anew goes on where the others are
    await turn('09:07', engine());
    await turn('09:07:30', ...both);
    expect(await told()).toEqual(['09:05:00 ada ana', '09:06:00 ada ana', '09:07:00 ada ana']);
    await turn('09:30', ...both, engine());
    expect(await told()).toHaveLength(3);
  });

  it('ends with its reason, all rounds of it, and does not repeat any more', async () => {
    await given(policy([step({ repeat_s: 60, repeat_max: 9 })]), ofAna('ada'));
    const one = engine();
    await turn('09:05', one);
    await turn('09:06', one);
    await given(ofAna('ada').called('09:06:30', 'ana', 'connected'));
    await turn('09:07', one);
    await turn('09:20', one);
    expect(await told()).toEqual(['09:05:00 ada ana resolved', '09:06:00 ada ana resolved']);
  });

  it('tells each step those whom it names, at its own time', async () => {
    await given(
      policy([
        step({ id: 'soon', at_s: -60 }),
        step({ id: 'late', at_s: undefined, at_percent: 100, notify: ['owner', 'manager'] }),
        step({ id: 'very', at_s: 600, notify: ['team'] }),
        step({ id: 'claimed', at_s: 660, notify: ['claimant'] }),
      ]),
      ofAna('ada'),
      lead('bob').arrived('09:00'),
      ofAna('cy').claimed('09:02', 'luis'),
    );
    const one = engine();
    for (const time of ['09:04', '09:05', '09:10', '09:11']) await turn(time, one);
    expect(await told()).toEqual([
      '09:04:00 ada ana',
      '09:04:00 bob *',
      '09:04:00 cy luis',
      '09:05:00 ada ["ana","manager:north"]',
      '09:05:00 bob *',
      '09:05:00 cy ["luis","manager:north"]',
      '09:10:00 ada team:north',
      '09:10:00 bob *',
      '09:10:00 cy team:north',
      '09:11:00 ada manager:north',
      '09:11:00 bob manager:*',
      '09:11:00 cy luis',
    ]);
  });

  it('tells the manager in the place of who has left, of the default policy as well', async () => {
    await given(
      ...north,
      subject('ana').tell('rep.set', '09:03', { name: 'ana', team: 'north', active: false }, { id: 'left' }),
      ofAna('ada'),
    );
    await turn('09:05', engine());
    expect(await told()).toEqual(['09:05:00 ada manager:north']);
    await given(policy([step({ notify: ['owner', 'rep:luis'] })]), ofAna('bob', '09:10'), lead('cy').arrived('09:10'));
    await turn('09:15', engine());
    expect((await told()).filter((line) => line.startsWith('09:15'))).toEqual(['09:15:00 bob luis', '09:15:00 cy *']);
  });

  it('keeps still in quiet hours, and tells at their end what still waits then', async () => {
    await given(policy([step()], { quiet: { from: '09:04', to: '09:30' } }), ofAna('ada'), ofAna('bob'), ofAna('cy', '09:26'));
    const one = engine();
    await turn('09:05', one);
    await given(ofAna('bob').called('09:10', 'ana', 'connected'));
    await turn('09:29:59', one);
    expect(await told()).toEqual([]);
    await turn('09:30', one);
    expect(await told()).toEqual(['09:30:00 ada ana']);
    await turn('09:31', one);
    expect(await told()).toEqual(['09:30:00 ada ana', '09:31:00 cy ana']);
  });

  it('keeps still while somebody has put it off, tells again at the end of that, once, and goes on from there', async () => {
    await given(policy([step({ repeat_s: 60, repeat_max: 1 })], { snooze_max_s: 900 }), ofAna('ada'), ofAna('bob'));
    const both = [engine(), engine()];
    await turn('09:05', ...both);
    await putOff('ada', '09:05:30', '09:10');
    for (const time of ['09:06', '09:07', '09:09:59']) await turn(time, ...both);
    const before = ['09:05:00 ada ana', '09:05:00 bob ana', '09:06:00 bob ana'];
    expect(await told()).toEqual(before);
    await turn('09:10', ...both);
    await turn('09:10:30', ...both);
    expect(await told()).toEqual([...before, '09:10:00 ada ana']);
    await turn('09:11', ...both);
    await turn('09:30', ...both);
    expect(await told()).toEqual([...before, '09:10:00 ada ana', '09:11:00 ada ana']);
  });

  it('tells again at the end of what was put off for less than until its repeat', async () => {
    await given(policy([step({ repeat_s: 600, repeat_max: 1 })], { snooze_max_s: 900 }), ofAna('ada'));
    const one = engine();
    await turn('09:05', one);
    await putOff('ada', '09:05:30', '09:07');
    await turn('09:06', one);
    await turn('09:07', one);
    expect(await told()).toEqual(['09:05:00 ada ana', '09:07:00 ada ana']);
    await turn('09:16:59', one);
    await turn('09:17', one);
    expect(await told()).toEqual(['09:05:00 ada ana', '09:07:00 ada ana', '09:17:00 ada ana']);
  });

  it.each([0, 1])('goes on to repeat when of two processes that told a round at once only one is left, whichever (%d)', async (left) => {
    const { dataSource } = installation;
    await given(policy([step({ repeat_s: 300, repeat_max: 3 })]), ofAna('ada'));
    const both = [engine(), engine()];
    await turn('09:05', ...both);
    const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    let ringing: Promise<void> = Promise.resolve();
    // both know that the round is to be told before either can tell it
    await dataSource.transaction(async (em) => {
      await em.query('select from alert_lane for update');
      ringing = turn('09:10', ...both);
      await until('both to be at it', async () => (await em.query<{ n: number }[]>(waiting))[0]?.n === 2);
    });
    await ringing;
    expect(await told()).toHaveLength(2);
    for (const time of ['09:10:01', '09:15']) await turn(time, ...both.slice(left, left + 1));
    expect(await told()).toEqual(['09:05:00 ada ana', '09:10:00 ada ana', '09:15:00 ada ana']);
  });

  it('comes after a restart behind what nobody was told of yet', async () => {
    await given(policy([step({ repeat_s: 3_600 })]), ofAna('ada'), ofAna('bob', '09:01'));
    await turn('09:05', engine());
    expect(await told()).toEqual(['09:05:00 ada ana']);
    floor.pass('09:07');
    const again = engine();
    await again.keepUp();
    const due = again.clocks.takeDue(1);
    expect(await installation.dataSource.query('select lead from set_1.deadline where id = $1', [due[0]?.id])).toEqual([{ lead: 'bob' }]);
  });

  it('knows after a restart what was put off, of a step that does not repeat, and forgets it when its reason has gone', async () => {
    await given(policy([step()], { snooze_max_s: 900 }), ofAna('ada'), ofAna('bob'));
    await turn('09:05', engine());
    await putOff('ada', '09:05:30', '09:10');
    await putOff('bob', '09:05:30', '09:10');
    const one = engine();
    await turn('09:06', one);
    await given(ofAna('bob').called('09:07', 'ana', 'connected'));
    await turn('09:10', one);
    await turn('09:12', one, engine());
    expect(await told()).toEqual(['09:05:00 ada ana', '09:05:00 bob ana resolved', '09:10:00 ada ana']);
  });

  it('gives leads on by the rota, one after the other, though two processes try', async () => {
    await given(policy([step({ action: 'reassign' })]), ...north, ofAna('a1'), ofAna('a2'), ofAna('a3'));
    await turn('09:05', engine(), engine());
    const assigned = await done();
    for (const event of [
      ['lead.assigned', 'a1', { owner: 'luis', by: 'rule:web/late' }],
      ['lead.assigned', 'a2', { owner: 'zoe', by: 'rule:web/late' }],
      ['lead.assigned', 'a3', { owner: 'luis', by: 'rule:web/late' }],
    ])
      expect(assigned).toContainEqual(event);
    expect(assigned).toHaveLength(6);
    expect(await installation.dataSource.query('select team, rep from rota')).toEqual([{ team: 'north', rep: 'luis' }]);
  });

  it('keeps whose each lead was, before and after it was given on', async () => {
    await given(
      ...north,
      policy([step(), step({ id: 'on', at_s: 600, notify: [], action: 'reassign' }), step({ id: 'back', at_s: 900, action: 'pool' })]),
      ofAna('ada'),
      lead('bob').arrived('09:00'),
    );
    const one = engine();
    await turn('09:05', one);
    await emptySpool();
    await turn('09:10', one);
    // the read model still has it with Ana
    const yours = async (to: string) =>
      (await floor.mailsTo(to)).flatMap(({ subject: of, lines }) => (lines.includes('The lead is yours.') ? [of] : []));
    const late = ['Lead ada is late: nobody has answered it'];
    expect([await yours('luis'), await yours('ana'), await yours('zoe')]).toEqual([late, late, []]);
    await installation.eventsLog.append(await sendSpool());
    await given();
    await turn('09:15', one);
    const rows = await installation.dataSource.query('select lead, step, owners from alert order by due_at, lead');
    expect(rows.map((row: Record<string, unknown>) => Object.values(row))).toEqual([
      ['ada', 'late', ['ana']],
      ['bob', 'late', ['']],
      ['ada', 'on', ['ana', 'luis']],
      ['bob', 'on', ['']],
      ['ada', 'back', ['luis', '']],
      ['bob', 'back', ['']],
    ]);
  });

  it('goes on with the rota where the log or an alert of a moment ago has left it', async () => {
    const turns = subject('north').tell('rota.advanced', '08:30', { rep: 'luis' });
    await given(policy([step({ action: 'reassign' })]), ...north, turns, ofAna('a1'), ofAna('a2', '09:10'));
    const one = engine();
    await turn('09:05', one);
    expect(await done()).toContainEqual(['rota.advanced', 'north', { rep: 'zoe' }]);
    await emptySpool();
    await turn('09:15', one);
    expect(await done()).toContainEqual(['rota.advanced', 'north', { rep: 'luis' }]);
  });

  it('passes over who is away, sends who keeps silent away, and gives back what nobody can take', async () => {
    const away = subject('luis').tell('rep.status_changed', '08:30', { status: 'away' });
    await given(
      policy([
        step({ id: 'away', action: 'away' }),
        step({ id: 'next', at_s: 360, action: 'reassign' }),
        step({ id: 'pool', at_s: 420, notify: [], action: 'pool' }),
      ]),
      ...north,
      away,
      ofAna('ada'),
    );
    const one = engine();
    await turn('09:05', one);
    expect(await done()).toEqual([['rep.status_changed', 'ana', { status: 'away', by: 'rule:web/away' }]]);
    await emptySpool();
    await turn('09:06', one);
    expect(await done()).toEqual([
      ['lead.assigned', 'ada', { owner: 'zoe', by: 'rule:web/next' }],
      ['rota.advanced', 'north', { rep: 'zoe' }],
    ]);
    // in the log, and not read: nobody knows yet whose the lead is
    const sent = await sendSpool();
    await turn('09:07', one);
    expect(await done()).toEqual([]);
    await installation.eventsLog.append(sent);
    await installation.caughtUp();
    await turn('09:07:02', one);
    expect(await done()).toEqual([['lead.assigned', 'ada', { owner: null, by: 'rule:web/pool' }]]);
    expect(await told()).toEqual(['09:05:00 ada ana', '09:06:00 ada ["ana","zoe"]', '09:07:00 ada manager:north']);
  });

  it('takes no lead from who has just claimed it, or about whom an event is on its way', async () => {
    await given(policy([step({ action: 'reassign' })]), ...north, ofAna('ada'), ofAna('bob'));
    const claimed = { lead: 'ada', assignment: { source: '', id: '' }, rep: 'luis', event: 'claim', at: Date.now() };
    await insertClaim(installation.dataSource.manager, claimed);
    await installation.dataSource.query(`insert into spool (topic, key, value) values ('none', 'bob', '{"type": "alert.none"}')`);
    const one = engine();
    await turn('09:05', one);
    expect([await told(), await done()]).toEqual([[], []]);
    await installation.dataSource.query('delete from claim');
    await emptySpool();
    await turn('09:05:02', one);
    expect(await told()).toEqual(['09:05:00 ada ["ana","luis"]', '09:05:00 bob ["ana","zoe"]']);
    expect(await done()).toHaveLength(4);
  });

  it('takes its steps one after the other though they come together after an outage: each finds the lead as the one before left it', async () => {
    await given(
      policy([step({ id: 'next', action: 'reassign' }), step({ id: 'pool', at_s: 420, notify: ['owner'], action: 'pool' })]),
      ...north,
      ofAna('ada'),
    );
    await turn('09:08', engine(), engine());
    expect(await done()).toEqual([
      ['lead.assigned', 'ada', { owner: 'luis', by: 'rule:web/next' }],
      ['rota.advanced', 'north', { rep: 'luis' }],
      ['lead.assigned', 'ada', { owner: null, by: 'rule:web/pool' }],
    ]);
    expect(await told()).toEqual(['09:05:00 ada ["ana","luis"]', '09:07:00 ada luis']);
    await installation.eventsLog.append(await sendSpool());
    await installation.caughtUp();
    const { dataSource } = installation;
    expect(await dataSource.query('select owner from set_1.lead')).toEqual([{ owner: null }]);
    // neither the first assignment nor that of the step between can be claimed any more
    const steps = await dataSource.query(`select id from set_1.timeline where type = 'lead.assigned' order by happened_at`);
    const closed = await dataSource.query('select id, event, released from claim order by at');
    expect(closed).toEqual([
      { id: ofAna('ada').events[0]?.id, event: steps[0].id, released: true },
      { id: steps[0].id, event: steps[1].id, released: true },
    ]);
  });

  it('does nothing with a lead that nobody could take, and still tells its owner', async () => {
    await given(policy([step({ action: 'reassign' })]), rep('ana'), ofAna('ada'), lead('bob').arrived('09:00'));
    await turn('09:05', engine());
    expect(await told()).toEqual(['09:05:00 ada ana', '09:05:00 bob *']);
    expect(await done()).toEqual([]);
  });
});
