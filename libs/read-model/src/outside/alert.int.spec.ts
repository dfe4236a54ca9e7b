import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource, EntityManager } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { openInstallation } from '../installation.js';
import { migrate } from '../migrate.js';
import { type AlertRow, alertLane, alertsSince, openAlerts, raisedOf } from '../queries/alerts.query.js';
import { ChangeListener } from '../queries/change-listener.js';
import { currentSet } from '../sets/current-set.js';
import { type PlantedAlert, plantAlerts } from '../testing/plant-alerts.js';
import { rememberAlerts } from '../write/told-alert.table.js';
import { ALERT_CHANNEL, acknowledgeAlert, confirmAlerts, endAlerts, raiseAlerts, snoozeAlert } from './alert.table.js';

const DUE = Date.UTC(2026, 10, 2, 9, 5);
const alert = (id: string, more: Partial<PlantedAlert> = {}): PlantedAlert => ({
  id,
  lead: `lead-${id}`,
  step: 'due',
  dueAt: DUE,
  raisedAt: DUE + 7,
  rep: 'ana',
  unconfirmed: false,
  ...more,
});

/** What a follower of the lane is told who knows the set that is read. */
const since = async (em: EntityManager, changeNo: number) => {
  const told = await alertsSince(em, await currentSet(em), changeNo);
  if (told === null) throw new Error('another set is read');
  return told;
};

/** One alert, open or not; null: there is none of that id. */
const alertById = async (em: EntityManager, wanted: string): Promise<AlertRow | null> =>
  (await since(em, 0)).rows.find(({ id }) => id === wanted) ?? null;

describe('the table of alerts', () => {
  let dataSource: DataSource;
  let url: string;
  beforeEach(async () => {
    url = await freshDatabase();
    dataSource = await createDataSource(url).initialize();
    await migrate(dataSource);
    await openInstallation(dataSource, { partitions: 4 });
  });
  afterEach(() => dataSource.destroy());
  const raise = (...alerts: readonly PlantedAlert[]) => plantAlerts(dataSource, ...alerts);

  it('holds nothing at first', async () => {
    expect(await openAlerts(dataSource.manager)).toEqual([]);
    expect(await since(dataSource.manager, 0)).toEqual({ changeNo: 0, rows: [] });
    expect(await alertById(dataSource.manager, 'a')).toBeNull();
  });

  it('raises an alert once, whoever tries: the loser is told that it was not his', async () => {
    const [first, second] = await Promise.all([raise(alert('a'), alert('b')), raise(alert('b'), alert('a', { rep: 'luis' }))]);
    expect([...(first ?? []), ...(second ?? [])].toSorted()).toEqual(['a', 'b']);
    expect(await openAlerts(dataSource.manager)).toHaveLength(2);
  });

  it('takes one alert of two leads that claim its id, as an import may bring them, and goes on', async () => {
    const told = (lead: string) => ({
      ...alert('same', { lead }),
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedAt: null,
      snoozedUntil: null,
      snoozedBy: null,
      snoozedReason: null,
      endedAt: null,
      ended: null,
    });
    await dataSource.transaction((em) => rememberAlerts(em, [told('lead-2'), told('lead-1'), { ...told('lead-3'), id: 'own' }]));
    expect(
      (await openAlerts(dataSource.manager)).map(({ id, lead }) => [id, lead]).toSorted(([a = ''], [b = '']) => a.localeCompare(b)),
    ).toEqual([
      ['own', 'lead-3'],
      ['same', 'lead-1'],
    ]);
  });

  it('raises nothing of a deadline that has gone, nor from a set that is not read any more', async () => {
    const set = await currentSet(dataSource);
    const [row] = await dataSource.query<{ id: number }[]>(
      `insert into ${set.name}.deadline (lead, step, due_at, policy, clock) values ('lead-a', 'due', now(), 'default', 'lead') returning id`,
    );
    const raisingOf = (deadline: number) => [
      { alert: alert('a'), owners: [null], deadline, records: [{ topic: 't', key: 'lead-a', value: '{}' }] },
    ];
    const { manager } = dataSource;
    expect(await raiseAlerts(manager, set, raisingOf(Number(row?.id) + 1))).toEqual(new Set());
    expect(await raiseAlerts(manager, { ...set, epoch: set.epoch + 1 }, raisingOf(Number(row?.id)))).toEqual(new Set());
    expect(await dataSource.query('select 1 from spool')).toEqual([]);
    expect(await raiseAlerts(manager, set, raisingOf(Number(row?.id)))).toEqual(new Set(['a']));
    expect(await dataSource.query('select topic, key, value from spool')).toEqual([{ topic: 't', key: 'lead-a', value: '{}' }]);
  });

  it('waits for nobody who is about to take a deadline away, and raises it if it stays', async () => {
    const set = await currentSet(dataSource);
    const [row] = await dataSource.query<{ id: number }[]>(
      `insert into ${set.name}.deadline (lead, step, due_at, policy, clock) values ('lead-a', 'due', now(), 'default', 'lead') returning id`,
    );
    const raising = [{ alert: alert('a'), owners: [null], deadline: Number(row?.id), records: [] }];
    const taking = dataSource.createQueryRunner();
    await taking.startTransaction();
    await taking.query(`delete from ${set.name}.deadline`);
    expect(await raiseAlerts(dataSource.manager, set, raising)).toEqual(new Set());
    await taking.rollbackTransaction();
    await taking.release();
    expect(await raiseAlerts(dataSource.manager, set, raising)).toEqual(new Set(['a']));
  });

  it('says of an alert what there is to say, with the team that its lead has', async () => {
    await raise(alert('a', { rep: null, unconfirmed: true }));
    expect(await alertById(dataSource.manager, 'a')).toEqual({
      id: 'a',
      lead: 'lead-a',
      step: 'due',
      dueAt: DUE,
      raisedAt: DUE + 7,
      rep: null,
      owner: null,
      moved: false,
      heldThen: '',
      team: null,
      targetAt: null,
      isAnswered: false,
      unconfirmed: true,
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedUntil: null,
      snoozedBy: null,
      snoozedReason: null,
      endedAt: null,
      ended: null,
      changeNo: 1,
    });
  });

  it('says whose the lead is, and whether it has another owner than before and after its step gave it on', async () => {
    const { name } = await currentSet(dataSource);
    const { manager } = dataSource;
    const belongs = (owner: string | null) =>
      dataSource.query(
        `insert into ${name}.lead (subject, partition, events, historical, status, owner, assigned_by_rep, odd, touches, open_deals, last_at, reps, pipelines)
         values ('lead-a', 0, 1, false, 'open', $1, false, '{}', 0, 0, now(), '{}', '{}') on conflict (subject) do update set owner = excluded.owner`,
        [owner],
      );
    await plantAlerts(dataSource, alert('a', { owners: ['ana', 'luis'] }));
    const stands = async () => {
      const { owner, moved, heldThen } = (await alertById(manager, 'a')) ?? { owner: 'none', moved: null, heldThen: null };
      return [owner, moved, heldThen];
    };
    // a lead that was merged away has no row
    expect(await stands()).toEqual([null, false, 'luis']);
    const told = [];
    for (const owner of ['ana', 'luis', 'zoe', null]) {
      await belongs(owner);
      told.push(await stands());
    }
    expect(told).toEqual([
      ['ana', false, 'luis'],
      ['luis', false, 'luis'],
      ['zoe', true, 'luis'],
      [null, true, 'luis'],
    ]);
    // what its step did may not have been read yet; who had it before can have got it back since
    await belongs('ana');
    const hadSince = (at: number) => dataSource.query(`update ${name}.lead set owner_since = to_timestamp($1::float8 / 1000)`, [at]);
    await hadSince(DUE);
    expect(await stands()).toEqual(['ana', false, 'luis']);
    await hadSince(DUE + 8);
    expect(await stands()).toEqual(['ana', true, 'luis']);
    await belongs(null);
    // raised before this was kept, or elsewhere: nobody can say
    await dataSource.query('update alert set owners = null');
    expect(await stands()).toEqual([null, false, null]);
    await plantAlerts(dataSource, alert('free', { lead: 'lead-a', owners: [null] }));
    expect(await alertById(manager, 'free')).toMatchObject({ owner: null, moved: false });
    await belongs('ana');
    expect(await alertById(manager, 'free')).toMatchObject({ owner: 'ana', moved: true });
  });

  it('ends an open alert once, and keeps how', async () => {
    await raise(alert('a'), alert('b'));
    const end = (ended: 'resolved' | 'retracted', at: number) => dataSource.transaction((em) => endAlerts(em, [{ id: 'a', ended }], at));
    expect(await end('retracted', DUE + 1_000)).toEqual(new Set(['a']));
    expect(await end('resolved', DUE + 2_000)).toEqual(new Set());
    expect(await alertById(dataSource.manager, 'a')).toMatchObject({ ended: 'retracted', endedAt: DUE + 1_000 });
    expect((await openAlerts(dataSource.manager)).map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps who acknowledged an alert first, whether it is open or not', async () => {
    await raise(alert('a'));
    const { manager } = dataSource;
    expect(await acknowledgeAlert(manager, 'a', 'luis', DUE + 500)).toBe(true);
    expect(await acknowledgeAlert(manager, 'a', 'ana', DUE + 600)).toBe(false);
    expect(await acknowledgeAlert(manager, 'unknown', 'ana', DUE + 600)).toBe(false);
    expect(await alertById(manager, 'a')).toMatchObject({ acknowledgedAt: DUE + 500, acknowledgedBy: 'luis' });
  });

  it('keeps until when an open alert was put off, and lets it be put off further only', async () => {
    await raise(alert('a'), alert('b'));
    const { manager } = dataSource;
    const snooze = (id: string, rep: string, to: number) => snoozeAlert(manager, id, { rep, at: DUE + 500, until: to, reason: 'on_call' });
    expect(await snooze('a', 'ana', DUE + 60_000)).toBe(true);
    expect(await snooze('a', 'luis', DUE + 60_000)).toBe(false);
    expect(await alertById(manager, 'a')).toMatchObject({ snoozedUntil: DUE + 60_000, snoozedBy: 'ana', snoozedReason: 'on_call' });
    expect(await snooze('a', 'luis', DUE + 90_000)).toBe(true);
    await dataSource.transaction((em) => endAlerts(em, [{ id: 'b', ended: 'resolved' }], DUE + 900));
    const before = await alertLane(manager);
    expect(await snooze('b', 'ana', DUE + 60_000)).toBe(false);
    expect(await snooze('unknown', 'ana', DUE + 60_000)).toBe(false);
    expect(await alertLane(manager)).toBe(before);
    expect(await raisedOf(manager, ['a', 'b', 'unknown'])).toEqual(
      new Map([
        ['a', { state: 'open', dueAt: DUE, snoozedUntil: DUE + 90_000 }],
        ['b', { state: 'resolved', dueAt: DUE, snoozedUntil: null }],
      ]),
    );
  });

  it('confirms what is open', async () => {
    await raise(alert('a', { unconfirmed: true }), alert('b', { unconfirmed: true }));
    await dataSource.transaction((em) => endAlerts(em, [{ id: 'b', ended: 'resolved' }], DUE + 900));
    await confirmAlerts(dataSource.manager, ['a', 'b']);
    expect(await alertById(dataSource.manager, 'a')).toMatchObject({ unconfirmed: false });
    expect(await alertById(dataSource.manager, 'b')).toMatchObject({ unconfirmed: true });
  });

  it('tells a follower of the lane what has changed since, and nothing when nothing has', async () => {
    const { manager } = dataSource;
    await raise(alert('a'), alert('b'));
    const before = await alertLane(manager);
    await acknowledgeAlert(manager, 'a', 'ana', DUE + 500);
    const told = await since(manager, before);
    expect(told.rows.map(({ id }) => id)).toEqual(['a']);
    expect(await since(manager, told.changeNo)).toEqual({ changeNo: told.changeNo, rows: [] });
  });

  it('tells a follower who knows another set that it does not know the one that is read', async () => {
    const { manager } = dataSource;
    const set = await currentSet(manager);
    expect(await alertsSince(manager, { ...set, epoch: set.epoch + 1 }, 0)).toBeNull();
  });

  it('shows the numbers of the lane in the order of the transactions: nobody overtakes', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let began: () => void = () => undefined;
    const first = dataSource.transaction(async (em) => {
      await confirmAlerts(em, ['z']);
      began();
      await held;
    });
    await new Promise<void>((resolve) => (began = resolve));
    const second = raise(alert('b'));
    expect(await since(dataSource.manager, 0)).toEqual({ changeNo: 0, rows: [] });
    letGo();
    await Promise.all([first, second]);
    expect((await since(dataSource.manager, 0)).rows.map(({ id, changeNo }) => [id, changeNo])).toEqual([['b', 2]]);
  });

  it('calls whoever listens', async () => {
    let calls = 0;
    const listener = new ChangeListener(url, () => calls++, [ALERT_CHANNEL]);
    await listener.start();
    const before = calls;
    await raise(alert('a'));
    await until('the call', () => calls > before);
    await listener.stop();
  });
});
