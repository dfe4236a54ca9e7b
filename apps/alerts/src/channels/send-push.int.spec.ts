import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { endAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { putDeliveries } from '@leadclock/read-model/outside/delivery.table.js';
import { deliveryState } from '@leadclock/read-model/outside/delivery-log.table.js';
import { pushKeys } from '@leadclock/read-model/outside/push-key.table.js';
import { addWay, keepSubscription, listWays, type Way } from '@leadclock/read-model/outside/way.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource } from 'typeorm';
import { PushService } from '../testing/push-service.js';
import { Receiver } from '../testing/receiver.js';
import { guardAddresses } from './address-guard.js';
import { Deliveries } from './deliveries.js';

const DUE = Date.UTC(2026, 10, 2, 9, 5);
const minute = 60_000;

describe('what alerts say to browsers', () => {
  let dataSource: DataSource;
  let service: PushService;
  let receiver: Receiver;
  /** after the deadline, milliseconds */
  let passed: number;
  let failures: string[];
  let stopping: AbortController;
  beforeEach(async () => {
    dataSource = await createDataSource(await freshDatabase()).initialize();
    await migrate(dataSource);
    await openInstallation(dataSource, { partitions: 4 });
    [service, receiver] = await Promise.all([PushService.open(), Receiver.open()]);
    [passed, failures, stopping] = [0, [], new AbortController()];
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all([service.close(), receiver.close()]);
    await dataSource.destroy();
  });

  const deliveries = (limitMs = 5_000) =>
    new Deliveries({
      dataSource,
      outlets: {
        mail: null,
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
  const turn = async (one: Deliveries): Promise<void> => {
    await one.turn();
    await one.idle();
  };
  /** A browser of that name; who sits at it has the same name unless it is said. */
  const browser = async (name: string, more: Partial<Way> = {}): Promise<void> => {
    const { endpoint, keys } = service.subscribe(name, (await pushKeys(dataSource)).publicKey);
    await keepSubscription(dataSource, {
      id: name,
      kind: 'push',
      listener: name,
      address: endpoint,
      language: 'en',
      secret: null,
      ...more,
      keys,
    });
  };
  const raise = (id: string, to: string | null = 'ana', lead = `lead-${id}`) =>
    plantAlerts(dataSource, { id, lead, step: 'due', dueAt: DUE, raisedAt: DUE, rep: to, unconfirmed: false });
  const end = (id: string, ended: 'resolved' | 'retracted') => dataSource.transaction((em) => endAlerts(em, [{ id, ended }], DUE + passed));
  const told = (name: string): readonly string[] =>
    service.at(name).map(({ payload }) => `${Object(payload).says} ${Object(payload).alert_id}`);

  it('goes to every browser of those whom the alert tells, once, and to nobody else', async () => {
    await Promise.all([browser('ana'), browser('phone', { listener: 'ana' }), browser('luis'), browser('boss', { listener: 'manager:*' })]);
    await raise('a1');
    await raise('a2', null);
    await raise('a3', '["luis","manager:north"]');
    const [one, other] = [deliveries(), deliveries()];
    await Promise.all([turn(one), turn(other)]);
    passed = 90_000_000;
    await turn(one);
    expect(['ana', 'phone', 'luis', 'boss'].map((name) => [...told(name)].sort())).toEqual([
      ['late a1', 'late a2'],
      ['late a1', 'late a2'],
      ['late a2', 'late a3'],
      ['late a3'],
    ]);
    expect(failures).toEqual([]);
  });

  it('is urgent, kept for an hour, replaced by what is said later of the lead, and signed by somebody who can be asked', async () => {
    await browser('ana');
    await raise('a1', 'ana', 'ada');
    await raise('a2', 'ana', 'ada');
    await raise('a3', 'ana', 'bob');
    await turn(deliveries());
    const [first, second, third] = service.at('ana').toSorted((a, b) => (told1(a) < told1(b) ? -1 : 1));
    expect(first).toMatchObject({ ttl: 3_600, urgency: 'high', contact: 'mailto:leads@example.com' });
    expect(first?.topic).toHaveLength(32);
    expect([second?.topic, third?.topic === first?.topic]).toEqual([first?.topic, false]);
  });
  const told1 = ({ payload }: { readonly payload: unknown }): string => Object(payload).alert_id;

  it('is said in the language of each browser, and tells of a lead its id and nothing else', async () => {
    await Promise.all([
      browser('ana'),
      browser('es', { listener: 'ana', language: 'es' }),
      browser('ru', { listener: 'ana', language: 'ru' }),
    ]);
    await raise('a1', 'ana', 'ada');
    await turn(deliveries());
    expect(service.at('ana').map(({ payload }) => payload)).toEqual([
      {
        alert_id: 'a1',
        lead: 'ada',
        says: 'late',
        title: 'Lead ada is late: nobody has answered it',
        body: expect.stringContaining('Its deadline was'),
        language: 'en',
        rep: 'ana',
        claim: null,
        open: 'Open',
      },
    ]);
    expect(service.at('es')[0]?.payload).toMatchObject({ title: 'El lead ada lleva retraso: nadie lo ha respondido', open: 'Abrir' });
    expect(service.at('ru')[0]?.payload).toMatchObject({ title: 'Лид ada просрочен: на него никто не ответил', open: 'Открыть' });
  });

  it.each([404, 410])('that is answered %i takes the subscription away, with all that waits for it', async (status) => {
    await Promise.all([browser('ana'), browser('phone', { listener: 'ana' })]);
    service.meet('ana', (response) => response.writeHead(status).end() !== undefined);
    await raise('a1');
    await raise('a2');
    const one = deliveries();
    await turn(one);
    await turn(one);
    expect((await listWays(dataSource)).map(({ id }) => id)).toEqual(['phone']);
    expect(told('phone')).toHaveLength(2);
    expect(failures[0]).toBe(`ana: the push service answered ${status}: the browser has no subscription any more`);
  });

  it('waits for as long as a push service asks, and is tried again after 500 until it is taken', async () => {
    await Promise.all([browser('ana'), browser('luis')]);
    service.meet('ana', (response, before) => before === 0 && response.writeHead(429, { 'retry-after': '40' }).end() !== undefined);
    service.meet('luis', (response, before) => before < 2 && response.writeHead(500).end() !== undefined);
    await raise('a1', '["ana","luis"]');
    const one = deliveries();
    for (passed of [0, 5_000, 25_000, 38_000]) await turn(one);
    expect([service.tries('ana'), service.tries('luis'), told('luis')]).toEqual([1, 3, ['late a1']]);
    passed = 42_000;
    await turn(one);
    expect([service.tries('ana'), told('ana')]).toEqual([2, ['late a1']]);
  });

  it('by a push service that hangs delays no other way', async () => {
    await Promise.all([browser('ana'), browser('phone', { listener: 'ana' })]);
    const webhook = { kind: 'webhook', listener: 'ana', address: `${receiver.url}/crm`, language: 'en', secret: null } as const;
    await addWay(dataSource, { id: 'crm', ...webhook });
    service.meet('ana', () => true);
    for (let n = 0; n < 12; n += 1) await raise(`a${n}`);
    const one = deliveries(60_000);
    await one.turn();
    await until('all that can be sent', () => receiver.at('/crm').length === 12 && told('phone').length === 12);
    expect(service.tries('ana')).toBe(4);
    stopping.abort();
    await one.idle();
  });

  it('is not said of what is over, and who was told hears that it was wrong', async () => {
    await Promise.all([browser('ana'), browser('luis')]);
    service.meet('luis', (response, before) => before === 0 && response.writeHead(503).end() !== undefined);
    await raise('a1', '["ana","luis"]');
    const one = deliveries();
    await turn(one);
    await end('a1', 'retracted');
    passed = minute;
    await turn(one);
    await turn(one);
    expect([told('ana'), told('luis')]).toEqual([['late a1', 'retracted a1'], []]);
  });

  it('goes nowhere private but where the operator allows it, and is not tried again where its key is none', async () => {
    await browser('ana');
    const { keys } = service.subscribe('bad', '');
    await keepSubscription(dataSource, {
      id: 'bad',
      kind: 'push',
      listener: 'ana',
      address: `${service.url}/push/bad`,
      language: 'en',
      secret: null,
      keys: { ...keys, p256dh: `B${'A'.repeat(86)}` },
    });
    await keepSubscription(dataSource, {
      id: 'inside',
      kind: 'push',
      listener: 'ana',
      address: 'https://10.0.0.1/push',
      language: 'en',
      secret: null,
      keys,
    });
    await raise('a1');
    await turn(deliveries());
    expect(failures.toSorted()).toEqual([
      'bad: the message could not be encrypted for this browser',
      'inside: its address is not public: LEADCLOCK_WEBHOOK_ALLOW can name the range',
    ]);
    expect([told('ana'), await deliveryState(dataSource, 'bad', 'a1')]).toMatchObject([['late a1'], { ended: 'given up' }]);
  });

  it('is tried by a test, which opens nothing', async () => {
    await browser('ana', { language: 'es' });
    await putDeliveries(dataSource.manager, [{ way: 'ana', alert: 'test-1', what: 'test' }], DUE);
    await turn(deliveries());
    expect(service.at('ana')).toMatchObject([
      { ttl: 60, payload: { says: 'test', lead: '', title: 'Mensaje de prueba de Leadclock', body: 'Los avisos le llegan por esta vía.' } },
    ]);
    expect(await listWays(dataSource)).toMatchObject([{ succeededAt: DUE, failure: null }]);
  });

  it('is signed by one pair of keys, whoever asked for it first', async () => {
    const pairs = await Promise.all([pushKeys(dataSource), pushKeys(dataSource), pushKeys(dataSource)]);
    expect(new Set(pairs.map(({ publicKey, privateKey }) => `${publicKey} ${privateKey}`)).size).toBe(1);
    expect(pairs[0]?.publicKey).toMatch(/^B[A-Za-z0-9_-]{86}$/);
    expect(pairs[0]?.privateKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('goes no more to who sat there before, once somebody else does', async () => {
    await browser('tablet', { listener: 'ana' });
    service.meet('tablet', (response, before) => before === 0 && response.writeHead(503).end() !== undefined);
    await raise('a1');
    const one = deliveries();
    await turn(one);
    const { endpoint, keys } = service.subscribe('tablet', (await pushKeys(dataSource)).publicKey);
    await keepSubscription(dataSource, {
      id: 'tablet',
      kind: 'push',
      listener: 'luis',
      address: endpoint,
      language: 'ru',
      secret: null,
      keys,
    });
    await raise('a2', 'luis');
    passed = minute;
    await turn(one);
    expect(told('tablet')).toEqual(['late a2']);
  });
});
