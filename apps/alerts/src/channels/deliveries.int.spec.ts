import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { endAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { putDeliveries } from '@leadclock/read-model/outside/delivery.table.js';
import { deliveriesBy, deliveryState, replayDeliveries } from '@leadclock/read-model/outside/delivery-log.table.js';
import { pushKeys } from '@leadclock/read-model/outside/push-key.table.js';
import { addWay, changeWay, listWays, removeWay, type Way } from '@leadclock/read-model/outside/way.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { newSecret } from '@leadclock/runtime/outgoing/webhook-secret.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Webhook } from 'standardwebhooks';
import type { DataSource } from 'typeorm';
import { headerOf, Mailbox } from '../testing/mailbox.js';
import { Receiver } from '../testing/receiver.js';
import { guardAddresses } from './address-guard.js';
import { Deliveries } from './deliveries.js';
import { MailServer } from './send-mail.js';

const DUE = Date.UTC(2026, 10, 2, 9, 5);
const minute = 60_000;

describe('what alerts say by other ways than the pages', () => {
  let dataSource: DataSource;
  let mailbox: Mailbox;
  let mailServer: MailServer;
  let receiver: Receiver;
  /** after the deadline, milliseconds */
  let passed: number;
  let failures: string[];
  let stopping: AbortController;
  beforeEach(async () => {
    dataSource = await createDataSource(await freshDatabase()).initialize();
    await migrate(dataSource);
    await openInstallation(dataSource, { partitions: 4 });
    [mailbox, receiver] = await Promise.all([Mailbox.open(), Receiver.open()]);
    mailServer = new MailServer(mailbox.url, 5_000);
    [passed, failures, stopping] = [0, [], new AbortController()];
  });
  afterEach(async () => {
    stopping.abort();
    mailServer.close();
    await Promise.all([mailbox.close(), receiver.close()]);
    await dataSource.destroy();
  });

  const deliveries = (limitMs = 5_000) =>
    new Deliveries({
      dataSource,
      outlets: {
        mail: { server: mailServer, from: 'leads@example.com' },
        push: { keys: () => pushKeys(dataSource), contact: 'mailto:leads@example.com' },
        guard: guardAddresses(['127.0.0.0/8']),
        limitMs,
        stopping: stopping.signal,
      },
      publicUrl: 'https://leads.example.com',
      now: () => DUE + passed,
      elapsed: () => passed,
      onFree: () => undefined,
      onFailure: (way, failure) => failures.push(`${way}: ${failure}`),
      onTrouble: (error) => failures.push(String(error)),
    });
  /** What one does until nothing more has come. */
  const turn = async (one: Deliveries): Promise<void> => {
    await one.turn();
    await one.idle();
  };
  const way = (id: string, more: Partial<Way>): Promise<boolean> =>
    addWay(dataSource, { id, kind: 'webhook', listener: 'ana', address: `${receiver.url}/${id}`, language: 'en', secret: null, ...more });
  const mailTo = (id: string, more: Partial<Way> = {}): Promise<boolean> =>
    way(id, { kind: 'email', listener: id, address: `${id}@example.com`, ...more });
  const raise = (id: string, to: string | null = 'ana') =>
    plantAlerts(dataSource, { id, lead: `lead-${id}`, step: 'due', dueAt: DUE, raisedAt: DUE, rep: to, unconfirmed: false });
  const end = (id: string, ended: 'resolved' | 'retracted') => dataSource.transaction((em) => endAlerts(em, [{ id, ended }], DUE + passed));
  const mailed = (): readonly string[] => mailbox.mails.map((mail) => `${mail.to} ${headerOf(mail, 'X-Leadclock-Alert')}`).toSorted();
  const posted = (path: string): readonly string[] =>
    receiver.at(path).map(({ body }) => `${JSON.parse(body).type} ${JSON.parse(body).data.alert_id}`);

  it('goes to those whom the alert tells, once, and to nobody else', async () => {
    await Promise.all([mailTo('ana'), mailTo('luis'), way('desk', { listener: 'channel:desk' }), way('bosses', { listener: 'manager:*' })]);
    await raise('a1');
    await raise('a2', null);
    await raise('a3', '["luis","manager:north"]');
    const [one, other] = [deliveries(), deliveries()];
    await Promise.all([turn(one), turn(other)]);
    await turn(one);
    expect(mailed()).toEqual(['ana@example.com a1', 'ana@example.com a2', 'luis@example.com a2', 'luis@example.com a3']);
    expect([posted('/desk'), posted('/bosses'), failures]).toEqual([[], ['alert.raised a3'], []]);
    passed = 90_000_000;
    await turn(one);
    expect(mailed()).toHaveLength(4);
  });

  it('leaves no trace of alerts while there is no way, so that a new one is told of nothing old', async () => {
    await raise('old');
    expect(await dataSource.query('select * from telling')).toEqual([]);
    await mailTo('ana');
    await turn(deliveries());
    expect(mailed()).toEqual([]);
  });

  it('is signed, so that a program knows it for ours, and takes repeats for one', async () => {
    const secret = newSecret();
    await way('crm', { secret });
    await raise('a1');
    await turn(deliveries());
    const [posting] = receiver.at('/crm');
    if (posting === undefined) throw new Error('nothing was posted');
    const { body, headers } = posting;
    expect(headers['webhook-id']).toBe('a1');
    // the library holds the timestamp against the present; the story's is another
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign('a1', new Date(DUE), body));
    expect(JSON.parse(body).data).toMatchObject({ lead: 'lead-a1', to: 'ana', url: 'https://leads.example.com/me?for=ana&lead=lead-a1' });
  });

  it('is tried again until it is taken, later each time, and the end of an alert waits for its beginning', async () => {
    await way('crm', {});
    receiver.answer('/crm', (response, before) => response.writeHead(before < 2 ? 503 : 200).end());
    await raise('a1');
    const one = deliveries();
    await turn(one);
    await end('a1', 'resolved');
    await turn(one);
    expect(posted('/crm')).toEqual(['alert.raised a1']);
    expect(await listWays(dataSource)).toMatchObject([{ failure: 'answered 503', failedAt: DUE, succeededAt: null, waiting: 2 }]);
    for (passed of [4_999, 5_000, 24_999, 25_000]) await turn(one);
    expect(posted('/crm')).toEqual(['alert.raised a1', 'alert.raised a1', 'alert.raised a1', 'alert.resolved a1']);
    expect(await listWays(dataSource)).toMatchObject([{ failedAt: DUE + 5_000, succeededAt: DUE + 25_000, waiting: 0 }]);
    expect(failures).toEqual(['crm: answered 503', 'crm: answered 503']);
  });

  it('is given up after a day, however few tries that were, and when it is refused for good', async () => {
    await Promise.all([way('away', {}), way('gone', {}), mailTo('ana')]);
    receiver.answer('/away', (response) => response.writeHead(500).end());
    receiver.answer('/gone', (response) => response.writeHead(410).end());
    mailbox.refuses.set('ana@example.com', 550);
    await raise('a1');
    const one = deliveries();
    for (passed = 0; passed < 24.5 * 60 * minute; passed += 10 * minute) await turn(one);
    const states = await Promise.all(['away', 'gone', 'ana'].map((id) => deliveryState(dataSource, id, 'a1')));
    expect(states.map((state) => state?.ended)).toEqual(['given up', 'given up', 'given up']);
    expect([receiver.at('/gone').length, states[2]?.failure]).toEqual([
      1,
      'the mail server answered 550 to RCPT TO: it does not take the address',
    ]);
    expect(receiver.at('/away').length).toBeGreaterThan(8);
    expect(failures.join()).not.toContain('example.com');
  });

  it('that was given up is sent again when somebody asks for it, once more over a day', async () => {
    await way('gone', {});
    receiver.answer('/gone', (response, before) => response.writeHead([410, 500, 200][before] ?? 400).end());
    await raise('a1');
    const one = deliveries();
    await turn(one);
    await end('a1', 'resolved');
    await turn(one);
    passed = 48 * 60 * minute;
    expect(await replayDeliveries(dataSource, 'gone', DUE + passed)).toBe(1);
    await turn(one);
    passed += 5_000;
    await turn(one);
    expect(posted('/gone')).toEqual(['alert.raised a1', 'alert.resolved a1', 'alert.raised a1']);
    expect(await deliveriesBy(dataSource, 'gone', 9)).toMatchObject([
      { what: 'resolved', ended: 'given up' },
      { what: 'raised', ended: 'delivered', tries: 1 },
    ]);
    expect(await replayDeliveries(dataSource, 'elsewhere', DUE)).toBe(0);
  });

  it('does not call people for what is over, nor take back what they never heard; who heard it is told', async () => {
    await Promise.all([mailTo('ana'), mailTo('luis')]);
    mailbox.refuses.set('luis@example.com', 451);
    await raise('a1', '["ana","luis"]');
    const one = deliveries();
    await turn(one);
    await end('a1', 'retracted');
    mailbox.refuses.clear();
    passed = minute;
    await turn(one);
    await turn(one);
    expect(mailbox.mails.map((mail) => `${mail.to} ${headerOf(mail, 'Subject')}`)).toEqual([
      'ana@example.com Lead lead-a1 is late: nobody has answered it',
      'ana@example.com Taken back: lead lead-a1 is not late',
    ]);
    expect(await deliveryState(dataSource, 'luis', 'a1')).toMatchObject({ ended: 'over' });
  });

  it('by a way that hangs delays no other', async () => {
    await Promise.all([way('hangs', {}), way('works', {}), mailTo('ana')]);
    receiver.answer('/hangs', () => undefined);
    for (let n = 0; n < 12; n += 1) await raise(`a${n}`);
    const one = deliveries(60_000);
    await one.turn();
    await until('all that can be sent', () => posted('/works').length === 12 && mailbox.mails.length === 12);
    expect(receiver.at('/hangs')).toHaveLength(4);
    // what comes meanwhile goes by the others at once too
    await raise('later');
    await until('what came later', async () => {
      await one.turn();
      return posted('/works').length === 13;
    });
    stopping.abort();
    await one.idle();
    expect((await listWays(dataSource)).find(({ id }) => id === 'hangs')).toMatchObject({ waiting: 13, failedAt: null });
  });

  it('is tried by nobody for a while where five in a row have failed; a test is tried all the same, and opens the way', async () => {
    await way('crm', {});
    receiver.answer('/crm', (response) => response.writeHead(500).end());
    for (let n = 0; n < 20; n += 1) await raise(`a${n}`);
    const one = deliveries();
    await turn(one);
    const tried = receiver.at('/crm').length;
    expect([tried, posted('/crm')[0]]).toEqual([8, 'alert.raised a0']);
    passed = 29_000;
    await turn(one);
    expect(receiver.at('/crm')).toHaveLength(tried);
    passed = 30_000;
    await turn(one);
    expect(receiver.at('/crm')).toHaveLength(tried + 1);
    receiver.answer('/crm', (response) => response.writeHead(200).end());
    await putDeliveries(dataSource.manager, [{ way: 'crm', alert: 'test-1', what: 'test' }], DUE + passed);
    await turn(one);
    expect(await deliveryState(dataSource, 'crm', 'test-1')).toEqual({ ended: 'delivered', failure: null });
    passed += 6 * minute;
    await turn(one);
    expect(new Set(posted('/crm')).size).toBe(21);
    expect(await listWays(dataSource)).toMatchObject([{ waiting: 0 }]);
  });

  it.each([
    ['seconds', (): string => '40'],
    ['a date', (): string => new Date(Date.now() + 40_000).toUTCString()],
  ])('waits for as long as the other side asks in %s, all of them, and its 429 closes no circuit', async (_how, after) => {
    await way('crm', {});
    receiver.answer('/crm', (response, before) => response.writeHead(before < 8 ? 429 : 200, { 'retry-after': after() }).end());
    for (let n = 0; n < 8; n += 1) await raise(`a${n}`);
    const one = deliveries();
    await turn(one);
    expect(receiver.at('/crm')).toHaveLength(4);
    const [rests] = await listWays(dataSource);
    expect(Math.abs((rests?.restsUntil ?? 0) - DUE - 40_000)).toBeLessThanOrEqual(1_000);
    expect(rests).toMatchObject({ failure: 'answered 429', failingSince: DUE, waiting: 8 });
    passed = 38_000;
    await turn(one);
    expect(receiver.at('/crm')).toHaveLength(4);
    passed = 42_000;
    await turn(one);
    expect(receiver.at('/crm')).toHaveLength(8);
    // a failure each would have closed it for longer by now
    passed = 84_000;
    await turn(one);
    expect(new Set(posted('/crm')).size).toBe(8);
    expect(await listWays(dataSource)).toMatchObject([{ failingSince: null, waiting: 0 }]);
  });

  it('by a way that is paused stays, what is said meanwhile is never sent, and a test is tried all the same', async () => {
    await Promise.all([way('crm', {}), way('works', {})]);
    receiver.answer('/crm', (response, before) => response.writeHead(before === 0 ? 500 : 200).end());
    await raise('a1');
    const one = deliveries();
    await turn(one);
    await changeWay(dataSource, 'crm', { paused: true }, DUE);
    await raise('a2');
    await putDeliveries(dataSource.manager, [{ way: 'crm', alert: 'test-1', what: 'test' }], DUE);
    passed = minute;
    await turn(one);
    expect([posted('/crm'), posted('/works')]).toEqual([
      ['alert.raised a1', 'alert.test test-1'],
      ['alert.raised a1', 'alert.raised a2'],
    ]);
    await changeWay(dataSource, 'crm', { paused: false }, DUE + passed);
    await end('a2', 'resolved');
    await turn(one);
    expect(posted('/crm')).toEqual(['alert.raised a1', 'alert.test test-1', 'alert.raised a1']);
  });

  it('goes to the new address at once where a way is changed, and nothing is known of that yet', async () => {
    await way('crm', {});
    receiver.answer('/crm', (response) => response.writeHead(500).end());
    await raise('a1');
    const one = deliveries();
    await turn(one);
    await changeWay(dataSource, 'crm', { address: `${receiver.url}/other`, listener: 'luis' }, DUE);
    expect(await listWays(dataSource)).toMatchObject([
      { listener: 'luis', failedAt: null, failure: null, failingSince: null, nextAt: DUE },
    ]);
    await turn(one);
    expect(posted('/other')).toEqual(['alert.raised a1']);
    expect(await changeWay(dataSource, 'nobody', { paused: true }, DUE)).toBe(false);
  });

  it('is logged with each of its tries', async () => {
    await way('crm', {});
    receiver.answer('/crm', (response, before) => response.writeHead(before === 0 ? 500 : 200).end());
    await raise('a1');
    const one = deliveries();
    await turn(one);
    passed = 5_000;
    await turn(one);
    expect(await deliveriesBy(dataSource, 'crm', 9)).toMatchObject([
      {
        tries: 2,
        ended: 'delivered',
        failure: null,
        attempts: [
          { beganAt: DUE, failure: 'answered 500' },
          { beganAt: DUE + 5_000, failure: null },
        ],
      },
    ]);
  });

  it('that a killed process had taken is sent by another, once its try would have been over', async () => {
    await way('crm', {});
    receiver.answer('/crm', (response, before) => (before === 0 ? undefined : response.writeHead(200).end()));
    await raise('a1');
    // as good as dead: it waits for an answer for longer than the story goes on
    const killed = deliveries(60_000);
    await killed.turn();
    await until('the first try', () => receiver.at('/crm').length === 1);
    const other = deliveries();
    passed = 64_999;
    await turn(other);
    expect(receiver.at('/crm')).toHaveLength(1);
    passed = 65_000;
    await turn(other);
    expect(posted('/crm')).toEqual(['alert.raised a1', 'alert.raised a1']);
    expect(await deliveryState(dataSource, 'crm', 'a1')).toMatchObject({ ended: 'delivered' });
  });

  it('goes with its way, and is not kept for ever', async () => {
    await Promise.all([way('crm', {}), way('old', {})]);
    receiver.answer('/crm', (response) => response.writeHead(500).end());
    await raise('a1');
    await turn(deliveries());
    expect([await removeWay(dataSource, 'crm'), await removeWay(dataSource, 'crm')]).toEqual([true, false]);
    passed = 31 * 24 * 60 * minute;
    await turn(deliveries());
    expect(await dataSource.query('select * from delivery')).toEqual([]);
  });
});
