import { createECDH, randomBytes } from 'node:crypto';
import { deliveredBy, putDeliveries, takeDeliveries } from '@leadclock/read-model/outside/delivery.table.js';
import { deliveriesBy } from '@leadclock/read-model/outside/delivery-log.table.js';
import { pushKeys } from '@leadclock/read-model/outside/push-key.table.js';
import { addWay, changeWay, listWays } from '@leadclock/read-model/outside/way.table.js';
import { type OpenDoor, openDoor } from '../testing/open-door.js';

const NOW = Date.UTC(2026, 10, 24, 10);

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { authorization: `Bearer ${door.key}` },
) {
  const response = await fetch(`${door.url}/v1/push${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: Object(JSON.parse(text)) };
}
const setReps = async () => {
  for (const rep of ['ana', 'luis']) {
    const data = { name: rep, team: 'north', active: true };
    await door.post({ specversion: '1.0', id: rep, source: '/hr', type: 'rep.set', subject: rep, time: '2026-11-24T09:00:00Z', data });
  }
};
const subscription = (path = 's3cret') => {
  const p256dh = createECDH('prime256v1').generateKeys('base64url');
  return { endpoint: `https://93.184.215.14/${path}`, expirationTime: null, keys: { p256dh, auth: randomBytes(16).toString('base64url') } };
};

describe('a browser', () => {
  it('is told our public key, and never the private one', async () => {
    const { publicKey, privateKey } = await pushKeys(door.dataSource);
    const { status, body, text } = await ask('GET', '');
    expect([status, body]).toEqual([200, { key: publicKey }]);
    expect(`${text} ${door.logged()}`).not.toContain(privateKey);
    expect((await ask('GET', '', undefined, {})).status).toBe(401);
    const ours = { 'sec-fetch-site': 'same-origin', host: new URL(door.url).host };
    expect((await ask('GET', '', undefined, ours)).status).toBe(200);
    expect((await ask('GET', '', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is a way from then on, and the same one when it comes again as somebody else', async () => {
    await setReps();
    const one = subscription();
    const first = await ask('PUT', '/subscriptions', { for: 'rep:ana', language: 'es', subscription: one });
    expect(first).toMatchObject({
      status: 200,
      body: { way: expect.stringMatching(/^push-[0-9a-f]{16}$/), for: 'rep:ana', language: 'es' },
    });
    const again = await ask('PUT', '/subscriptions', { for: 'rep:luis', language: 'ru', subscription: one });
    expect(again.body.way).toBe(first.body.way);
    await ask('PUT', '/subscriptions', { for: 'manager:*', subscription: subscription('other') });
    const ways = (await listWays(door.dataSource)).map(({ kind, listener, language }) => `${kind} ${listener} ${language}`);
    expect(ways.toSorted()).toEqual(['push luis ru', 'push manager:* en']);
    expect(`${first.text} ${door.logged()}`).not.toContain('s3cret');
  });

  it('whose push service has given it another subscription is one way still, and what was said and waits there is its own', async () => {
    await setReps();
    const put = async (who: string, path: string, more: object = {}) =>
      (await ask('PUT', '/subscriptions', { for: who, subscription: subscription(path), ...more })).body.way;
    const said = async (way: string) =>
      (await deliveriesBy(door.dataSource, way, 9)).map(({ alert, what, ended }) => `${alert} ${what} ${ended ?? 'waits'}`).toReversed();
    const first = await put('rep:ana', 'first');
    const two = ['a1', 'a2'].map((alert) => ({ way: first, alert, what: 'raised' }) as const);
    await putDeliveries(door.dataSource.manager, two, NOW);
    const asked = { endpoint: 'https://93.184.215.14/first', limit: 1, testsOnly: false, now: NOW, until: NOW + 20_000 };
    const [taken] = await takeDeliveries(door.dataSource, asked);
    if (taken === undefined) throw new Error('nothing was taken');
    await deliveredBy(door.dataSource, taken.id, { beganAt: NOW, tookMs: 5 }, NOW);

    const second = await put('rep:ana', 'second', { replaces: first });
    expect((await listWays(door.dataSource)).map(({ id, waiting }) => [id, waiting])).toEqual([[second, 1]]);
    expect(await said(second)).toEqual(['a1 raised delivered', 'a2 raised waits']);
    expect(await put('rep:ana', 'second', { replaces: first })).toBe(second);
    expect(await said(second)).toHaveLength(2);

    const third = await put('rep:luis', 'third', { replaces: second });
    expect((await listWays(door.dataSource)).map(({ id, listener }) => [id, listener])).toEqual([[third, 'luis']]);
    expect(await said(third)).toEqual([]);
  });

  it('stays paused under another subscription, and takes the place of no way that is none of a browser', async () => {
    await setReps();
    const first = (await ask('PUT', '/subscriptions', { for: 'rep:ana', subscription: subscription('first') })).body.way;
    await changeWay(door.dataSource, first, { paused: true }, NOW);
    const mail = {
      id: 'push-0123456789abcdef',
      kind: 'email',
      listener: 'ana',
      address: 'ana@example.com',
      language: 'en',
      secret: null,
    } as const;
    await addWay(door.dataSource, mail);
    const more = { for: 'rep:ana', subscription: subscription('second') };
    await ask('PUT', '/subscriptions', { ...more, replaces: first });
    await ask('PUT', '/subscriptions', { ...more, replaces: mail.id });
    const ways = await listWays(door.dataSource);
    expect(ways.map(({ kind, pausedAt }) => `${kind} ${pausedAt === null ? 'open' : 'paused'}`).toSorted()).toEqual([
      'email open',
      'push paused',
    ]);
    expect((await ask('PUT', '/subscriptions', { ...more, replaces: 'ana-mail' })).body.problems).toMatchObject([{ path: '$.replaces' }]);
  });

  it('whose subscription cannot be is told why, at the field, and nothing is kept', async () => {
    await setReps();
    const problems = async (more: object) => {
      const answer = await ask('PUT', '/subscriptions', { for: 'rep:ana', subscription: subscription(), ...more });
      return [answer.status, ...answer.body.problems.map(({ path, code }: Record<string, string>) => `${path} ${code}`)];
    };
    const given = subscription();
    expect(await problems({ subscription: { ...given, endpoint: 'https://10.0.0.1/x' } })).toEqual([
      400,
      '$.subscription.endpoint not-public',
    ]);
    expect(await problems({ subscription: { ...given, endpoint: 'http://93.184.215.14/x' } })).toEqual([
      400,
      '$.subscription.endpoint not-https',
    ]);
    const offCurve = { ...given.keys, p256dh: `B${'A'.repeat(86)}` };
    expect(await problems({ subscription: { ...given, keys: offCurve } })).toEqual([400, '$.subscription.keys.p256dh no-key']);
    expect(await problems({ for: 'rep:nobody' })).toEqual([400, '$.for no-rep']);
    expect(await listWays(door.dataSource)).toEqual([]);
  });
});
