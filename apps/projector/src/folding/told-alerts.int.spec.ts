import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { rebuild } from '../rebuild/rebuild.js';
import { TestInstallation } from '../testing/installation.js';

const told = (alert: string, to: string) => ({
  alert,
  step: 'due',
  due_at: '2026-11-02T09:05:00.000Z',
  raised_at: '2026-11-02T09:05:00.012Z',
  to,
});
const ada = lead('ada')
  .arrived('09:00')
  .tell('alert.raised', '09:05', told('a1', 'ana'))
  .tell('alert.acknowledged', '09:06', told('a1', 'luis'))
  .tell('alert.snoozed', '09:06', { ...told('a1', 'luis'), until: '2026-11-02T09:06:30.000Z' })
  .tell('alert.snoozed', '09:07', { ...told('a1', 'ana'), until: '2026-11-02T09:07:30.000Z', reason: 'on_call' })
  .tell('alert.resolved', '09:08', told('a1', 'ana'));
const bob = lead('bob').arrived('09:00').tell('alert.raised', '09:05', told('b1', '*')).tell('alert.retracted', '09:07', told('b1', '*'));
const cy = lead('cy').arrived('09:00').tell('alert.raised', '09:05', told('c1', '*'));

const never = { snoozedBy: null, snoozedUntil: null, snoozedReason: null };
const rows = [
  {
    id: 'a1',
    lead: 'ada',
    rep: 'ana',
    acknowledgedBy: 'luis',
    acknowledgedAt: at('09:06'),
    snoozedBy: 'ana',
    snoozedUntil: at('09:07:30'),
    snoozedReason: 'on_call',
    ended: 'resolved',
    endedAt: at('09:08'),
  },
  { id: 'b1', lead: 'bob', rep: null, acknowledgedBy: null, acknowledgedAt: null, ...never, ended: 'retracted', endedAt: at('09:07') },
  { id: 'c1', lead: 'cy', rep: null, acknowledgedBy: null, acknowledgedAt: null, ...never, ended: null, endedAt: null },
];

describe('what people were told', () => {
  let installation: TestInstallation;
  beforeEach(async () => {
    installation = await TestInstallation.open();
  });
  afterEach(() => installation.close());

  const alerts = (): Promise<object[]> =>
    installation.dataSource.query(
      `select id, lead, rep, acknowledged_by as "acknowledgedBy", (extract(epoch from acknowledged_at) * 1000)::bigint as "acknowledgedAt",
              snoozed_by as "snoozedBy", (extract(epoch from snoozed_until) * 1000)::bigint as "snoozedUntil",
              snoozed_reason as "snoozedReason",
              ended, (extract(epoch from ended_at) * 1000)::bigint as "endedAt" from alert order by id`,
    );
  const events = [...ada.events, ...bob.events, ...cy.events];

  it('is known from the log alone, in whatever order its events come', async () => {
    await installation.append(...events.toReversed());
    installation.start();
    await installation.caughtUp();
    expect(await alerts()).toEqual(rows);
    const [row] = await installation.dataSource.query<object[]>(
      `select step, (extract(epoch from due_at) * 1000)::bigint as due, (extract(epoch from raised_at) * 1000)::bigint as raised, unconfirmed from alert where id = 'a1'`,
    );
    expect(row).toEqual({ step: 'due', due: at('09:05'), raised: at('09:05') + 12, unconfirmed: false });
  });

  it('grows as its events come one by one, and of an alert whose raising is unknown nothing is said', async () => {
    installation.start();
    for (const event of events.toReversed()) {
      await installation.append(event);
      await installation.caughtUp();
    }
    expect(await alerts()).toEqual(rows);
  });

  it('stays as it was written when it was raised here', async () => {
    const row = { id: 'c1', lead: 'cy', step: 'due', dueAt: at('09:05'), raisedAt: at('09:05') + 12, rep: 'ana', unconfirmed: true };
    await plantAlerts(installation.dataSource, row);
    await installation.append(...cy.events);
    installation.start();
    await installation.caughtUp();
    expect(await alerts()).toMatchObject([{ id: 'c1', rep: 'ana', ended: null }]);
    const [lane] = await installation.dataSource.query<object[]>('select change_no as no from alert_lane');
    expect(lane).toEqual({ no: 1 });
  });

  it('comes back with a rebuild when the table was lost', async () => {
    await installation.append(...events);
    const projector = installation.start();
    await installation.caughtUp();
    await installation.stop(projector);
    await installation.dataSource.query('delete from alert');
    const { dataSource, eventsLog, configLog, logger } = installation;
    await rebuild({ dataSource, eventsLog, configLog, logger });
    expect(await alerts()).toEqual(rows);
  });
});
