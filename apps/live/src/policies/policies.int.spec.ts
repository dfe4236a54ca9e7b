import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

let planted: Planted;
let app: LiveApp;
beforeAll(async () => {
  planted = await Planted.open();
  app = await startLiveApp(planted.dataSource, new StoryClock(at('tue 12:00')));
});
afterAll(async () => {
  await app.close();
  await planted.close();
});

const policy = (more: Partial<DataOf<'policy.set'>> = {}): DataOf<'policy.set'> => ({
  order: 1,
  match: {},
  targets: { answer_s: 600 },
  steps: [],
  ...more,
});
async function get(path: string) {
  const response = await fetch(`${app.url}/v1/policies${path}`);
  return { status: response.status, body: await response.json() };
}
async function preview(body: object) {
  const response = await fetch(`${app.url}/v1/policies/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

it('without any policy the default is told, and judges every lead', async () => {
  expect((await get('')).body).toMatchObject({ policies: [], default: { order: 0, match: {}, targets: { answer_s: 300 }, steps: [] } });
  expect((await get('/web')).status).toBe(404);
});

describe('the policies in force', () => {
  beforeAll(() =>
    planted.plant(
      subject('web')
        .tell('policy.set', 'mon 08:00', policy({ order: 3 }), { id: 'a' })
        .tell('policy.set', 'tue 08:00', policy({ order: 2, match: { origin: ['web_form'] } }), { id: 'b' })
        .tell('policy.set', 'tue 09:00', policy({ order: 2, effective_from: '2026-11-04T00:00:00Z' }), { id: 'c' }),
      subject('north').tell('policy.set', 'mon 08:00', policy({ order: 1, match: { team: ['north'] } }), { id: 'n' }),
    ),
  );

  it('stand in the order in which they are tried, each with its version, and as it can be set again', async () => {
    const { body } = await get('');
    expect(body.policies).toMatchObject([
      { policy: 'north', version: 1, versions: 1, next_at: null, settings: { order: 1, match: { team: ['north'] } } },
      {
        policy: 'web',
        version: 2,
        versions: 3,
        event: { source: '/story', id: 'b' },
        effective_at: '2026-11-03T08:00:00.000Z',
        next_at: '2026-11-04T00:00:00.000Z',
        settings: { order: 2, match: { origin: ['web_form'] }, targets: { answer_s: 600 } },
      },
    ]);
    const again = body.policies.map(({ policy: id, settings }: Record<string, object>) => ({ policy: id, ...settings }));
    expect((await preview({ policies: again })).body.policies).toMatchObject([{ change: 'none' }, { change: 'none' }]);
  });

  it('have all their versions under their ids', async () => {
    expect((await get('/web')).body).toMatchObject({
      policy: 'web',
      version: 2,
      versions: [
        { version: 1, event: { id: 'a' } },
        { version: 2, event: { id: 'b' } },
        { version: 3, event: { id: 'c' } },
      ],
    });
  });

  it('are beside what others would have done with the leads that came, each lead by the first team that was named', async () => {
    await planted.plant(
      lead('old').arrived('2026-10-20 09:00', { origin: 'referral' }),
      lead('ada').arrived('mon 09:00', { origin: 'referral', team: 'north' }).assigned('mon 09:10', 'ana', 'south'),
      lead('bob').arrived('mon 10:00', { origin: 'referral' }),
      lead('cy').arrived('tue 09:00', { origin: 'web_form', channel: 'phone' }),
      lead('dee').arrived('tue 10:00', { origin: 'event' }),
    );
    const asked = { policy: 'asked', ...policy({ order: 1.5, match: { origin: ['referral', 'web_form'] } }) };
    expect((await preview({ policies: [asked] })).body.problems).toMatchObject([{ path: '$.policies[0].order' }]);
    const { status, body } = await preview({ policies: [{ ...asked, order: 0 }], limit: 2 });
    expect([status, body.count, body.moved]).toEqual([200, 4, 3]);
    expect(body.policies).toEqual([
      {
        policy: 'asked',
        change: 'added',
        effective_at: '2026-11-03T12:00:00.000Z',
        matches: 3,
        judges: 3,
        judged_now: [
          { policy: 'web', leads: 2 },
          { policy: 'north', leads: 1 },
        ],
        judged_then: [{ policy: 'asked', leads: 3 }],
        by_origin: [
          { key: 'referral', leads: 2 },
          { key: 'web_form', leads: 1 },
        ],
        by_team: [
          { key: null, leads: 2 },
          { key: 'north', leads: 1 },
        ],
      },
    ]);
    expect(body.leads).toEqual([
      {
        lead: 'cy',
        name: '#cy',
        arrived_at: '2026-11-03T09:00:00.000Z',
        matched: ['asked'],
        judged_by: 'web',
        would_be_judged_by: 'asked',
      },
      {
        lead: 'bob',
        name: '#bob',
        arrived_at: '2026-11-02T10:00:00.000Z',
        matched: ['asked'],
        judged_by: 'web',
        would_be_judged_by: 'asked',
      },
    ]);
    // of a higher order it takes what the others leave
    const { body: behind } = await preview({
      policies: [{ ...asked, order: 9 }],
      from: '2026-11-02T00:00:00Z',
      to: '2026-11-03T00:00:00Z',
    });
    expect(behind.policies).toMatchObject([{ matches: 2, judges: 1 }]);
  });

  it('are refused as when they are set, and a span or a limit that cannot be is named', async () => {
    const taken = await preview({ policies: [{ policy: 'asked', ...policy() }] });
    expect([taken.status, taken.body.path]).toEqual([400, '$.policies[0].order']);
    expect((await preview({ policies: [] })).body.path).toBe('$.policies');
    const asked = [{ policy: 'asked', ...policy({ order: 7 }) }];
    expect((await preview({ policies: asked, from: 'yesterday' })).body.path).toBe('$.from');
    expect((await preview({ policies: asked, from: '2026-11-03T00:00:00Z', to: '2026-11-03T00:00:00Z' })).body.path).toBe('$.to');
    expect((await preview({ policies: asked, limit: 5000 })).body.path).toBe('$.limit');
  });
});

it('what can be chosen from is what leads came with, what policies name, and who and what was set', async () => {
  await planted.plant(
    subject('office').tell('calendar.set', 'mon 08:00', { zone: 'UTC', week: {}, holidays: [] }),
    subject('north').tell('team.set', 'mon 08:00', { name: 'Norte' }),
    subject('ana').tell('rep.set', 'mon 08:00', { name: 'Ana R.', team: 'north', active: true }),
    subject('gone').tell('rep.set', 'mon 08:00', { name: 'Luis', team: 'north', active: false }),
    subject('screens').tell(
      'policy.set',
      'mon 08:00',
      policy({
        order: 40,
        match: { origin: [], segment: ['big'] },
        steps: [{ id: 's', clock: 'lead', of: 'answer', at_s: 0, notify: ['screen:hall'] }],
      }),
    ),
  );
  await planted.dataSource.query(
    `insert into way (id, kind, listener, address, language, secret, paused_at) values
      ('w1', 'slack', 'channel:desk', 'https://example.test', 'en', null, null), ('w2', 'email', 'ana', 'a@example.test', 'en', null, null),
      ('w3', 'slack', 'channel:desk', 'https://example.test/2', 'en', null, now()), ('w4', 'slack', 'channel:night', 'https://example.test', 'en', null, now())`,
  );
  const response = await fetch(`${app.url}/v1/policy-choices`);
  expect([response.status, await response.json()]).toEqual([
    200,
    {
      origins: ['event', 'referral', 'web_form'],
      segments: ['big'],
      channels: ['phone'],
      teams: [{ id: 'north', name: 'Norte' }],
      reps: [{ id: 'ana', name: 'Ana R.' }],
      calendars: ['office'],
      screens: ['hall'],
      listening_channels: ['desk', 'night'],
      reached: ['channel:desk'],
    },
  ]);
});

it('a policy that is taken away is listed as such, before and after, and what takes its leads is foreseen', async () => {
  await planted.plant(
    subject('north').tell('policy.set', 'tue 10:00', policy({ removed: true, effective_from: '2026-11-03T11:00:00Z' }), { id: 'n2' }),
    subject('web').tell('policy.set', 'tue 10:00', policy({ removed: true, effective_from: '2026-11-05T00:00:00Z' }), { id: 'd' }),
  );
  const { body } = await get('');
  expect(body.policies.map(({ policy: id }: Record<string, string>) => id)).toEqual(['web', 'screens']);
  expect(body.removed).toEqual([
    { policy: 'north', removed_at: '2026-11-03T11:00:00.000Z', event: { source: '/story', id: 'n2' }, versions: 2 },
  ]);
  expect(body.coming).toMatchObject([
    { policy: 'web', version: 3, effective_at: '2026-11-04T00:00:00.000Z', settings: { order: 2 } },
    { policy: 'web', version: 4, effective_at: '2026-11-05T00:00:00.000Z', settings: { removed: true } },
  ]);
  const { body: foreseen } = await preview({ policies: [{ policy: 'web', removed: true }] });
  expect(foreseen.policies).toMatchObject([{ change: 'removed', matches: 1, judges: 0, judged_then: [{ policy: null, leads: 1 }] }]);
  expect((await preview({ policies: [{ policy: 'nobody', removed: true }] })).body.path).toBe('$.policies[0].policy');
});

it('what was to come of a policy that is taken away is listed no more, nor is what would have taken it away again', async () => {
  const [later, last] = ['2026-11-06T00:00:00Z', '2026-11-08T00:00:00Z'];
  await planted.plant(
    subject('spring')
      .tell('policy.set', 'mon 08:00', policy({ order: 50 }), { id: 's1' })
      .tell('policy.set', 'tue 08:00', policy({ order: 51, effective_from: later }), { id: 's2' })
      .tell('policy.set', 'tue 09:00', policy({ removed: true, effective_from: '2026-11-03T11:00:00Z' }), { id: 's3' })
      .tell('policy.set', 'tue 09:01', policy({ removed: true, effective_from: later }), { id: 's4' })
      .tell('policy.set', 'tue 09:02', policy({ removed: true, effective_from: last }), { id: 's5' }),
    subject('never')
      .tell('policy.set', 'tue 08:00', policy({ removed: true, effective_from: '1970-01-01T00:00:00Z' }), { id: 'v1' })
      .tell('policy.set', 'tue 08:00', policy({ order: 60, effective_from: later }), { id: 'v2' })
      .tell('policy.set', 'tue 09:00', policy({ removed: true, effective_from: later }), { id: 'v3' }),
  );
  const { body } = await get('');
  expect(body.coming.map(({ policy: id }: Record<string, string>) => id)).toEqual(['web', 'web']);
  expect(body.removed).toEqual(
    expect.arrayContaining([
      { policy: 'spring', removed_at: '2026-11-03T11:00:00.000Z', event: { source: '/story', id: 's3' }, versions: 5 },
      { policy: 'never', removed_at: '1970-01-01T00:00:00.000Z', event: { source: '/story', id: 'v1' }, versions: 3 },
    ]),
  );
  // set again for a day to come it is no longer away
  await planted.plant(subject('spring').tell('policy.set', 'tue 11:30', policy({ order: 52, effective_from: last }), { id: 's6' }));
  const { body: back } = await get('');
  expect(back.removed.map(({ policy: id }: Record<string, string>) => id).sort()).toEqual(['never', 'north']);
  expect(back.coming.at(-1)).toMatchObject({ policy: 'spring', version: 6, settings: { order: 52 } });
});
