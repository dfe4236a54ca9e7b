import { deliveredBy, failDelivery, putDeliveries, takeDeliveries } from '@leadclock/read-model/outside/delivery.table.js';
import { listWays } from '@leadclock/read-model/outside/way.table.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { contentOf, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const good = { way: 'crm', kind: 'webhook', for: 'channel:sales', address: 'https://93.184.215.14/hook/s3cret' };

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const sent = { authorization: `Bearer ${door.key}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
  const response = await fetch(`${door.url}/v1/ways${path}`, {
    method,
    headers: given,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: Object(JSON.parse(text)) };
}
const problems = async (more: object, method = 'POST', path = '') => {
  const { status, body } = await ask(method, path, method === 'POST' ? { ...good, ...more } : more);
  return [status, ...(body.problems ?? []).map(({ path: field, code }: Record<string, string>) => `${field} ${code}`)];
};
const setAna = () => {
  const data = { name: 'Ana', team: 'north', active: true };
  return door.post({ specversion: '1.0', id: 'ana', source: '/hr', type: 'rep.set', subject: 'ana', time: '2026-11-24T09:00:00Z', data });
};

describe('a way', () => {
  it('is set up, and its secret shown this once', async () => {
    const { status, body, headers } = await ask('POST', '', good);
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(body).toEqual({ way: 'crm', kind: 'webhook', for: 'channel:sales', secret: expect.stringMatching(/^whsec_/) });
    expect(await listWays(door.dataSource)).toMatchObject([{ id: 'crm', listener: 'channel:sales', secret: body.secret, language: 'en' }]);
    expect((await ask('POST', '', { ...good, way: 'chat', kind: 'slack' })).body).toMatchObject({ secret: null });
    expect(door.logged()).not.toContain('s3cret');
  });

  it('is told all that is wrong with it at once, each at its field, and its address is not repeated', async () => {
    const answer = await ask('POST', '', { way: 'a b', kind: 'email', for: 'rep:bob', address: 'hunter2', language: 'xx', colour: 'red' });
    expect(answer.body).toMatchObject({
      status: 400,
      path: '$.colour',
      problem: '$.colour is no field of a way',
      problems: ['colour', 'way', 'kind', 'for', 'address', 'language'].map((field) => ({ path: `$.${field}` })),
    });
    expect(answer.text).toContain('set LEADCLOCK_SMTP_URL and LEADCLOCK_MAIL_FROM');
    expect(answer.text).not.toContain('hunter2');
    expect(await listWays(door.dataSource)).toEqual([]);
  });

  it.each([
    [{ address: 'http://93.184.215.14/hook' }, 'not-https'],
    [{ address: 'https://10.0.0.1/hook' }, 'not-public'],
    [{ address: 'https://[::ffff:10.0.0.1]/hook' }, 'not-public'],
    [{ address: 'https://localhost/hook' }, 'not-public'],
    [{ address: 'https://169.254.169.254/latest' }, 'not-public'],
  ])('that goes to %p is refused before anything is kept', async (more, code) => {
    expect(await problems(more)).toEqual([400, `$.address ${code}`]);
  });

  it('may go to a name that means nothing yet', async () => {
    expect(await problems({ address: 'https://nowhere.invalid/hook' })).toEqual([201]);
  });

  it('is for a rep as soon as he was set, before the projector knows of him', async () => {
    expect(await problems({ for: 'rep:ana' })).toEqual([400, '$.for no-rep']);
    expect(await problems({ for: 'team:north' })).toEqual([400, '$.for no-team']);
    await setAna();
    await until('the rep in the log', async () => (await contentOf(door.configLog)).length === 1);
    expect([await problems({ for: 'rep:ana' }), await problems({ way: 'b', for: 'manager:north' })]).toEqual([[201], [201]]);
  });

  it('of one name is one: of two who ask at once the other is told', async () => {
    const answers = await Promise.all([problems({}), problems({ for: 'channel:other' })]);
    expect(answers.toSorted()).toEqual([[201], [400, '$.way taken']]);
  });

  it('is changed, paused and resumed; a new secret is shown once, and what is wrong changes nothing', async () => {
    const { secret } = (await ask('POST', '', good)).body;
    expect((await ask('PATCH', '/crm', { paused: true, for: 'everybody' })).body).toEqual({
      way: 'crm',
      kind: 'webhook',
      for: 'everybody',
      secret: null,
    });
    expect(await listWays(door.dataSource)).toMatchObject([{ pausedAt: NOW, listener: '*', secret }]);
    door.at(NOW + 60_000);
    await ask('PATCH', '/crm', { paused: true });
    expect(await listWays(door.dataSource)).toMatchObject([{ pausedAt: NOW }]);
    const renewed = await ask('PATCH', '/crm', { paused: false, new_secret: true });
    expect(await listWays(door.dataSource)).toMatchObject([{ pausedAt: null, secret: renewed.body.secret }]);
    expect(renewed.body.secret).not.toBe(secret);
    expect(await problems({ for: 'rep:x', address: 'x', way: 'y' }, 'PATCH', '/crm')).toEqual([
      400,
      '$.way unknown-field',
      '$.for no-rep',
      '$.address no-url',
    ]);
    expect((await ask('PATCH', '/nobody', { paused: true })).status).toBe(404);
  });

  it('is taken away', async () => {
    await ask('POST', '', good);
    expect([(await ask('DELETE', '/crm')).status, (await ask('DELETE', '/crm')).status]).toEqual([200, 404]);
  });

  it('is none while nobody knows who is there', async () => {
    door.configLog.isUnreadable = true;
    expect(await ask('POST', '', good)).toMatchObject({ status: 503 });
  });

  it('is for pages of ours and for keys only', async () => {
    expect((await ask('POST', '', good, { authorization: '' })).status).toBe(401);
    expect((await ask('DELETE', '/crm', undefined, { authorization: 'Bearer lc_wrong' })).status).toBe(401);
    const page = { authorization: '', 'sec-fetch-site': 'same-origin', origin: door.url };
    expect((await ask('POST', '', good, page)).status).toBe(201);
    expect((await ask('POST', '/crm/test', undefined, { ...page, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('a way that is sent again under its key', () => {
  const key = { 'idempotency-key': 'first' };
  const named = async () => (await listWays(door.dataSource)).map(({ id, listener }) => `${id} for ${listener}`);

  it('is set up once, and answered the same, its secret too', async () => {
    const first = await ask('POST', '', good, key);
    expect(first).toMatchObject({ status: 201, body: { way: 'crm', secret: expect.stringMatching(/^whsec_/) } });
    await ask('PATCH', '/crm', { for: 'everybody' });
    // its fields in another order are the same way
    const turned = Object.fromEntries(Object.entries(good).toReversed());
    const second = await ask('POST', '', turned, key);
    expect([second.status, second.text, second.headers.get('cache-control')]).toEqual([201, first.text, 'no-store']);
    expect(await named()).toEqual(['crm for *']);
  });

  it('twice at once is set up once, and both are told the same', async () => {
    const [one, other] = await Promise.all([ask('POST', '', good, key), ask('POST', '', good, key)]);
    expect([one.status, other.status, other.text]).toEqual([201, 201, one.text]);
    expect(await named()).toEqual(['crm for channel:sales']);
  });

  it('is answered also while nobody knows who is there', async () => {
    const first = await ask('POST', '', good, key);
    door.configLog.isUnreadable = true;
    expect(await ask('POST', '', good, key)).toMatchObject({ status: 201, text: first.text });
  });

  it('but is another one is refused, and nothing is set up', async () => {
    await ask('POST', '', good, key);
    for (const other of [{ way: 'other' }, { for: 'everybody' }, { address: 'https://93.184.215.14/elsewhere' }]) {
      const { status, body } = await ask('POST', '', { ...good, ...other }, key);
      expect([status, body.detail]).toEqual([
        422,
        expect.stringContaining('this Idempotency-Key was used for another command; use a new key'),
      ]);
    }
    expect(await named()).toEqual(['crm for channel:sales']);
  });

  it('after it was wrong is set up: what was refused has used no key', async () => {
    expect(await ask('POST', '', { ...good, address: 'x' }, key)).toMatchObject({ status: 400, body: { path: '$.address' } });
    expect(await ask('POST', '', good, key)).toMatchObject({ status: 201 });
  });

  it('of one name by two at once leaves the key of the loser free', async () => {
    const answers = await Promise.all(['a', 'b'].map((name) => ask('POST', '', good, { 'idempotency-key': name })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400]);
    const lost = answers[0]?.status === 400 ? 'a' : 'b';
    expect(await ask('POST', '', { ...good, way: 'mine' }, { 'idempotency-key': lost })).toMatchObject({ status: 201 });
  });

  it('by somebody else is not his: each has keys of his own', async () => {
    await ask('POST', '', good, key);
    const page = { authorization: '', 'sec-fetch-site': 'same-origin', origin: door.url, ...key };
    expect(await ask('POST', '', good, page)).toMatchObject({ status: 400, body: { problems: [{ path: '$.way', code: 'taken' }] } });
  });

  it('that can be none is refused by its name', async () => {
    const { status, body } = await ask('POST', '', good, { 'idempotency-key': 'x'.repeat(101) });
    expect([status, body.detail]).toEqual([400, expect.stringContaining('the header Idempotency-Key cannot be used; give 1 to 100')]);
    expect(await named()).toEqual([]);
  });
});

describe('a message', () => {
  const take = async () => {
    const asked = { endpoint: good.address, limit: 1, testsOnly: false, now: NOW, until: NOW + 20_000 };
    return until('something to send', async () => (await takeDeliveries(door.dataSource, asked))[0] ?? null);
  };
  const tried = { beganAt: NOW, tookMs: 5 };

  it('that tries a way is answered with what became of it', async () => {
    await ask('POST', '', good);
    const [taken] = await Promise.all([ask('POST', '/crm/test'), take().then(({ id }) => deliveredBy(door.dataSource, id, tried, NOW))]);
    expect(taken.body).toEqual({ way: 'crm', outcome: 'taken', failure: null });
    const [failed] = await Promise.all([
      ask('POST', '/crm/test'),
      take().then(({ id }) => failDelivery(door.dataSource, id, { ...tried, failure: 'answered 500' }, null, NOW)),
    ]);
    expect(failed.body).toEqual({ way: 'crm', outcome: 'failed', failure: 'answered 500' });
    expect((await ask('POST', '/nobody/test')).status).toBe(404);
  });

  it('that was given up is sent again, one alone or all; what was not is none to send', async () => {
    await ask('POST', '', good);
    const put = ['a1', 'a2', 'a3'].map((alert) => ({ way: 'crm', alert, what: 'raised' as const }));
    await putDeliveries(door.dataSource.manager, put, NOW);
    const ids: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { id } = await take();
      ids.push(id);
      if (n < 2) await failDelivery(door.dataSource, id, { ...tried, failure: 'answered 410' }, null, NOW);
    }
    const replay = (body: object) => ask('POST', '/crm/replays', body);
    expect(await replay({ delivery: ids[2] })).toMatchObject({ status: 409 });
    expect((await replay({ delivery: ids[0] })).body).toEqual({ way: 'crm', replayed: 1 });
    expect((await replay({})).body).toEqual({ way: 'crm', replayed: 1 });
    expect((await ask('POST', '/crm/replays')).body).toEqual({ way: 'crm', replayed: 0 });
    expect(await replay({ delivery: 'x' })).toMatchObject({ status: 400, body: { path: '$.delivery' } });
    expect((await ask('POST', '/nobody/replays', {})).status).toBe(404);
  });
});
