import { randomUUID } from 'node:crypto';
import { until } from '@leadclock/runtime/testing/until.js';
import { type Answered, contentOf, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const web = { policy: 'web', order: 1, match: { origin: ['web_form'] }, targets: { answer_s: 60 } };
const phone = { policy: 'phone', order: 2, match: { channel: ['phone'] }, targets: { answer_s: 120 } };

async function set(policies: readonly unknown[], headers: Record<string, string> = {}, more: object = {}): Promise<Answered> {
  const given = { authorization: `Bearer ${door.key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
  const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const response = await fetch(`${door.url}/v1/policies`, { method: 'POST', headers: sent, body: JSON.stringify({ policies, ...more }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}
const changes = ({ body }: Answered) => Object(body).policies.map(({ policy, change }: Record<string, string>) => `${policy} ${change}`);
const logged = async () => (await contentOf(door.configLog)).map(({ value }) => JSON.parse(value));
/** Resolves once so many events lie in the log of the configuration. */
const events = (count: number) =>
  until(`${count} events of the configuration in the log`, async () => {
    const there = await logged();
    return there.length >= count ? there : null;
  });

describe('policies that are set', () => {
  it('are events of the configuration; a new one has a version ahead that matches nothing, so that it judges no lead of the past', async () => {
    const answered = await set([web, phone]);
    expect([answered.status, changes(answered)]).toEqual([202, ['web added', 'phone added']]);
    const told = await events(4);
    expect(told.map(({ type, subject, source, data }) => [type, subject, source, data.match, data.effective_from])).toEqual([
      ['policy.set', 'web', '/leadclock/policies', { origin: [] }, '1970-01-01T00:00:00.000Z'],
      ['policy.set', 'web', '/leadclock/policies', { origin: ['web_form'] }, undefined],
      ['policy.set', 'phone', '/leadclock/policies', { origin: [] }, '1970-01-01T00:00:00.000Z'],
      ['policy.set', 'phone', '/leadclock/policies', { channel: ['phone'] }, undefined],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(4);
    expect(Object(answered.body).policies[1]).toEqual({
      policy: 'phone',
      change: 'added',
      event: { source: '/leadclock/policies', id: told[3]?.id },
      effective_at: new Date(NOW).toISOString(),
    });
  });

  it('stand the second time, before the projector knows of them and while they still lie in the spool', async () => {
    door.configLog.away = true;
    await set([web]);
    door.configLog.away = false;
    expect(changes(await set([web, { ...phone, order: 2 }]))).toEqual(['web none', 'phone added']);
    await events(4);
    const third = await set([web, phone]);
    expect([third.status, changes(third)]).toEqual([202, ['web none', 'phone none']]);
    expect(Object(third.body).policies[0]).toMatchObject({ event: null });
    expect(await logged()).toHaveLength(4);
  });

  it('judge leads of the past if that is said', async () => {
    await set([web], {}, { judge_history: true });
    expect((await events(1)).map(({ data }) => data.match)).toEqual([{ origin: ['web_form'] }]);
  });

  it('under the same key are set once, and answered alike; another body under it is refused', async () => {
    const key = { 'idempotency-key': 'k1' };
    const [first, second] = await Promise.all([set([web], key), set([web], key)]);
    expect([first.status, second.text]).toEqual([202, first.text]);
    expect((await set([phone], key)).status).toBe(422);
    expect(await events(2)).toHaveLength(2);
  });

  it('by ten at once are set one after the other: one adds, all others find it standing', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => set([web])));
    const told = answers.map((answer) => String(changes(answer)[0]));
    expect(told.filter((change) => change === 'web added')).toHaveLength(1);
    expect(told.filter((change) => change === 'web none')).toHaveLength(9);
    expect(await events(2)).toHaveLength(2);
  });
});

describe('policies that cannot be meant', () => {
  const problems = ({ status, body }: Answered) => [status, Object(body).problems.map(({ path }: Record<string, string>) => path)];

  it('set nothing, not even those that are right, and all that is wrong is named with its path', async () => {
    const step = { id: 's', clock: 'lead', of: 'contact', at_percent: 50, notify: ['boss'] };
    const wrong = { policy: 'chat', order: 1, targets: {}, calendar: 'office', steps: [step] };
    const answered = await set([web, wrong]);
    expect(problems(answered)).toEqual([
      400,
      [
        '$.policies[0].order',
        '$.policies[1].targets',
        '$.policies[1].order',
        '$.policies[1].calendar',
        '$.policies[1].steps[0].of',
        '$.policies[1].steps[0].notify[0]',
      ],
    ]);
    expect(answered.body).toMatchObject({
      path: '$.policies[0].order',
      problem: '$.policies[0].order is that of the policy chat; of two that match the lower one decides',
    });
    expect(await logged()).toEqual([]);
  });

  it('are told at their fields: a target, steps that can never fire, an order, hours that end when they begin', async () => {
    const step = (more: object) => ({ id: 's', clock: 'lead', of: 'answer', notify: ['owner'], ...more });
    const wrong = (more: object) => set([{ ...web, ...more }]);
    const of = async (more: object) => problems(await wrong(more))[1];
    expect(await of({ targets: {} })).toEqual(['$.policies[0].targets']);
    expect(await of({ steps: [step({ at_s: -61 })] })).toEqual(['$.policies[0].steps[0].at_s']);
    expect(await of({ steps: [step({ at_s: 1, at_percent: 5 })] })).toEqual(['$.policies[0].steps[0]']);
    expect(await of({ steps: [step({ at_s: 1, notify: [] })] })).toEqual(['$.policies[0].steps[0]']);
    expect(await of({ steps: [step({ at_s: 1, repeat_s: 60 })] })).toEqual(['$.policies[0].steps[0].repeat_max']);
    expect(await of({ quiet: { from: '07:00', to: '07:00' } })).toEqual(['$.policies[0].quiet']);
    expect(await of({ effective_from: '2020-01-01T00:00:00Z' })).toEqual(['$.policies[0].effective_from']);
    expect(await of({ order: 1.5 })).toEqual(['$.policies[0].order']);
    expect(await of({ policy: 'ana@example.com' })).toEqual(['$.policies[0].policy']);
    expect(await logged()).toEqual([]);
  });

  it('leave their key free: what is mended may be sent under it', async () => {
    const key = { 'idempotency-key': 'k2' };
    expect(problems(await set([{ ...web, targets: { answer: 5 } }], key))).toEqual([400, ['$.policies[0].targets.answer']]);
    expect((await set([web], key)).status).toBe(202);
  });

  it('are checked against the reps and calendars that were set a moment ago', async () => {
    const step = { id: 's', clock: 'lead', of: 'answer', at_s: 30, notify: ['rep:ana'] };
    const told = { ...web, steps: [step] };
    expect(problems(await set([told]))).toEqual([400, ['$.policies[0].steps[0].notify[0]']]);
    const ana = { name: 'Ana', team: 'north', active: true };
    const event = { specversion: '1.0', id: '1', source: '/hr', type: 'rep.set', subject: 'ana', time: '2026-11-24T09:00:00Z', data: ana };
    await door.post(event);
    expect((await set([told])).status).toBe(202);
  });
});

describe('a policy that others set at the same time', () => {
  const faster = { ...web, targets: { answer_s: 30 } };

  it('is not written over: who comes second is told how it is by now, sets nothing, and may go on under the same key', async () => {
    await set([web]);
    door.at(NOW + 1_000);
    expect((await set([faster], { 'if-match': '2' })).status).toBe(202);
    door.at(NOW + 2_000);
    const key = { 'idempotency-key': 'second' };
    const mine = { ...web, targets: { answer_s: 90 } };
    const answered = await set([{ ...mine, seen: 2 }, phone], key);
    expect([answered.status, Object(answered.body).path]).toEqual([409, '$.policies[0].seen']);
    expect(Object(answered.body).current).toMatchObject([
      {
        policy: 'web',
        versions: 3,
        version: 3,
        effective_at: new Date(NOW + 1_000).toISOString(),
        settings: { targets: { answer_s: 30 } },
      },
    ]);
    await events(3);
    expect((await set([{ ...mine, seen: 3 }, phone], key)).status).toBe(202);
    await events(6);
  });

  it('is a conflict for who thinks it new, and none for who says what stands', async () => {
    await set([web]);
    expect((await set([faster], { 'if-match': '"0"' })).status).toBe(409);
    expect((await set([web], { 'if-match': '0' })).status).toBe(202);
  });

  it('is one policy: of several each has its own', async () => {
    expect((await set([web, phone], { 'if-match': '0' })).status).toBe(400);
    expect((await set([web], { 'if-match': 'latest' })).status).toBe(400);
    expect((await set([{ ...web, seen: -1 }])).body).toMatchObject({ status: 400, path: '$.policies[0].seen' });
  });
});

it('a policy is taken away by an event of its own, once, and can be set again', async () => {
  await set([web]);
  door.at(NOW + 1_000);
  const gone = { policy: 'web', removed: true };
  const first = await set([gone], { 'idempotency-key': 'gone' });
  expect([first.status, changes(first)]).toEqual([202, ['web removed']]);
  expect((await set([gone], { 'idempotency-key': 'gone' })).text).toBe(first.text);
  expect((await set([phone], { 'idempotency-key': 'gone' })).status).toBe(422);
  expect((await events(3))[2]).toMatchObject({
    type: 'policy.set',
    subject: 'web',
    data: { removed: true, order: 1, targets: { answer_s: 60 } },
  });
  door.at(NOW + 2_000);
  expect(changes(await set([gone]))).toEqual(['web none']);
  // its order is free
  expect(changes(await set([{ ...phone, order: 1 }]))).toEqual(['phone added']);
  expect(Object((await set([web])).body).path).toBe('$.policies[0].order');
  expect(changes(await set([{ ...web, order: 5 }]))).toEqual(['web added']);
  expect(Object((await set([{ policy: 'never', removed: true }])).body).path).toBe('$.policies[0].policy');
});

it('a policy that is taken away before a later version came into force is told of once more, and the answer names what takes it away now', async () => {
  await set([web]);
  await set([{ ...web, targets: { answer_s: 30 }, effective_from: new Date(NOW + 86_400_000).toISOString() }]);
  door.at(NOW + 1_000);
  const answered = await set([{ policy: 'web', removed: true }]);
  const [first, again] = (await events(5)).slice(3);
  expect([first.data.effective_from, again.data.effective_from]).toEqual([undefined, new Date(NOW + 86_400_000).toISOString()]);
  expect(Object(answered.body).policies).toMatchObject([
    { change: 'removed', event: { id: first.id }, effective_at: new Date(NOW + 1_000).toISOString() },
  ]);
});

it('setting policies asks for a key, for an Idempotency-Key, and for JSON', async () => {
  expect((await set([web], { authorization: '' })).status).toBe(401);
  expect((await set([web], { 'idempotency-key': '' })).status).toBe(400);
  expect((await set([web], { 'content-type': 'text/yaml' })).status).toBe(415);
});

it('a log that is away is told of, and nothing is set twice by trying again', async () => {
  door.configLog.isUnreadable = true;
  const key = { 'idempotency-key': 'k3' };
  const away = await set([web], key);
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2']);
  door.configLog.isUnreadable = false;
  expect((await set([web], key)).status).toBe(202);
  expect(await events(2)).toHaveLength(2);
});
