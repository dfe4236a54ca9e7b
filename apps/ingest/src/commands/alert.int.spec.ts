import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { endAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { toldAlert } from '@leadclock/read-model/outside/told-alert.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { alertLateness } from '@leadclock/runtime/alert-lateness.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
});
beforeEach(() => floor.door.at(at('09:10')));
afterAll(() => floor.door.close());

/** A lead that arrived at 09:00, and its alert of 09:05, raised 100 ms late. */
async function late(name: string): Promise<string> {
  await floor.plant(lead(name).arrived('09:00', { owner: 'ana' }));
  const id = `alert-${name}`;
  const alert = { id, lead: name, step: 'due', dueAt: at('09:05'), raisedAt: at('09:05') + 100, rep: 'ana', unconfirmed: false };
  await plantAlerts(floor.door.dataSource, alert);
  return id;
}
const end = (id: string, ended: 'resolved' | 'retracted') =>
  floor.door.dataSource.transaction((em) => endAlerts(em, [{ id, ended }], at('09:09')));
const whole = { step: 'due', due_at: '2026-11-02T09:05:00.000Z', raised_at: '2026-11-02T09:05:00.100Z' };

describe('an alert that is acknowledged', () => {
  it('says so in its row and in the log, in one step', async () => {
    const alert = await late('ada');
    const { status, body } = await floor.command('ada', 'acknowledge', { rep: 'luis', alert });
    expect([status, Object(body).at]).toEqual([202, '2026-11-02T09:10:00.000Z']);
    expect(await toldAlert(floor.door.dataSource.manager, 'ada', alert)).toMatchObject({
      acknowledgedBy: 'luis',
      acknowledgedAt: at('09:10'),
    });
    expect(await floor.arrival('ada', 1)).toMatchObject([
      { type: 'alert.acknowledged', id: Object(body).event.id, time: at('09:10'), data: { alert, ...whole, to: 'luis' } },
    ]);
  });

  it('is his who was first: he may say it again, another is told who and when', async () => {
    const alert = await late('bob');
    const first = await floor.command('bob', 'acknowledge', { rep: 'ana', alert });
    floor.door.at(at('09:11'));
    expect(await floor.command('bob', 'acknowledge', { rep: 'ana', alert })).toMatchObject({ status: 202, text: first.text });
    expect(await floor.command('bob', 'acknowledge', { rep: 'luis', alert })).toMatchObject({
      status: 409,
      body: { reason: 'acknowledged', rep: 'ana', at: '2026-11-02T09:10:00.000Z' },
    });
    await end(alert, 'resolved');
    expect(await floor.command('bob', 'acknowledge', { rep: 'ana', alert })).toMatchObject({ status: 202, text: first.text });
    expect(await floor.arrival('bob', 1)).toHaveLength(1);
  });

  it('by ten at once is acknowledged by one of them', async () => {
    const alert = await late('cy');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) => floor.command('cy', 'acknowledge', { rep: `rep-${number}`, alert })),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 202)).toHaveLength(1);
    const [event] = await floor.arrival('cy', 1);
    const row = await toldAlert(floor.door.dataSource.manager, 'cy', alert);
    expect(event?.data).toMatchObject({ to: row?.acknowledgedBy });
  });
});

describe('an alert that is shown', () => {
  const observed = async (): Promise<number> => {
    const { values } = await alertLateness.get();
    return values.find(({ metricName, labels }) => metricName?.endsWith('_sum') === true && labels.stage === 'shown')?.value ?? 0;
  };

  it('is counted once, by the page that was first; all later pages are answered with its event', async () => {
    const alert = await late('dee');
    floor.door.at(at('09:05') + 1_250);
    const before = await observed();
    const first = await floor.command('dee', 'shown', { rep: 'ana', alert });
    expect(first).toMatchObject({ status: 202, body: { at: '2026-11-02T09:05:01.250Z' } });
    floor.door.at(at('09:06'));
    expect(await floor.command('dee', 'shown', { rep: 'luis', alert })).toMatchObject({ status: 202, text: first.text });
    expect(await floor.arrival('dee', 1)).toMatchObject([
      {
        type: 'alert.shown',
        id: Object(first.body).event.id,
        data: { alert, ...whole, shown_at: '2026-11-02T09:05:01.250Z', to: 'ana' },
      },
    ]);
    expect((await observed()) - before).toBeCloseTo(1.25, 6);
    await floor.catchUp('dee');
    await floor.door.dataSource.query('delete from idempotency');
    expect(await floor.command('dee', 'shown', { rep: 'luis', alert })).toMatchObject({ status: 202, text: first.text });
    await end(alert, 'resolved');
    expect(await floor.command('dee', 'shown', { rep: 'rosa', alert })).toMatchObject({ status: 202, text: first.text });
    expect(await floor.logged('dee')).toHaveLength(1);
  });

  it('on ten pages at once is one event and one answer', async () => {
    const alert = await late('eve');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) => floor.command('eve', 'shown', { rep: `rep-${number}`, alert })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    expect(await floor.arrival('eve', 1)).toHaveLength(1);
    expect(await floor.logged('eve')).toHaveLength(1);
  });
});

describe.each(['acknowledge', 'shown'])('%s', (command) => {
  it.each(['resolved', 'retracted'] as const)('of an alert that was %s is refused with the reason', async (ended) => {
    const name = `${command}-${ended}`;
    const alert = await late(name);
    await end(alert, ended);
    expect(await floor.command(name, command, { rep: 'ana', alert })).toMatchObject({
      status: 409,
      body: { reason: ended, rep: null, at: '2026-11-02T09:09:00.000Z' },
    });
    expect(await floor.logged(name)).toEqual([]);
  });

  it('of an alert that there is not, or of another lead, is a 404; without one it is a 400 that names the field', async () => {
    const alert = await late(`${command}-other`);
    await floor.plant(lead(`${command}-mine`).arrived('09:00'));
    for (const unknown of ['none', alert])
      expect(await floor.command(`${command}-mine`, command, { rep: 'ana', alert: unknown })).toMatchObject({
        status: 404,
        body: { detail: expect.stringContaining('no such alert') },
      });
    expect(await floor.command(`${command}-mine`, command, { rep: 'ana' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('$.alert is missing') },
    });
  });
});
