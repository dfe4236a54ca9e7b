import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

const ofAna = (id: string, time: string): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });
const told = (story: Story, due: string): Story => {
  const due_at = writeInstant(at(due));
  return story.tell(
    'alert.raised',
    due,
    { alert: `a-${story.subject}`, step: 'due', due_at, raised_at: due_at, to: 'ana' },
    { heard: due },
  );
};
const strict: DataOf<'policy.set'> = { order: 1, match: {}, targets: { answer_s: 120 }, steps: [] };

let planted: Planted;
let app: LiveApp;
beforeAll(async () => {
  planted = await Planted.open();
  app = await startLiveApp(planted.dataSource, new StoryClock(at('tue 12:00')));
  await planted.plant(
    subject('site').tell('site.set', '07:00', { name: 'Us', zone: 'UTC', locale: 'en', currency: 'EUR' }),
    ofAna('ada', '09:00').called('09:03', 'ana'),
    told(ofAna('bob', '09:10'), '09:15').called('09:20', 'ana'),
    lead('cy').arrived('10:00').called('10:01', 'ana'),
    ofAna('dee', '11:00').touched('11:01', { rep: 'ana' }, { heard: '11:02:01' }),
  );
});
afterAll(async () => {
  await app.close();
  await planted.close();
});

async function ask(body: unknown) {
  const response = await fetch(`${app.url}/v1/what-if`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
const monday = { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z' };
const tried = { ...monday, policies: [{ policy: 'web', ...strict }] };

describe('POST /v1/what-if', () => {
  it('tells what another policy had done beside what happened', async () => {
    const { status, body } = await ask(tried);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: '2026-11-02T00:00:00.000Z',
      to: '2026-11-03T00:00:00.000Z',
      policies: ['web'],
      leads: 4,
      alerts: { happened: 1, replayed: 3, same: 0, only_happened: 1, only_replayed: 2, close: 1, down: 0 },
      told: [{ to: 'ana', then: 1, replayed: 3 }],
      alert_hours: [
        { hour: 9, then: 1, replayed: 2 },
        { hour: 11, then: 0, replayed: 1 },
      ],
      attainment: {
        all: { happened: { met: 3, breached: 1, value: 0.75 }, replayed: { met: 2, breached: 2, value: 0.5 } },
        teams: [{ team: 'north' }, { team: null }],
        hours: [{ hour: 9 }, { hour: 10 }, { hour: 11 }],
      },
      listed: {
        differ: {
          more: 0,
          alerts: [
            { lead: 'ada', is: 'replayed', due: '2026-11-02T09:02:00.000Z', policy: 'web' },
            { lead: 'bob', is: 'replayed' },
            { lead: 'bob', is: 'happened', happened: { alert: 'a-bob', to: 'ana' } },
          ],
        },
        close: { more: 0, alerts: [{ lead: 'dee', apart: 'close' }] },
        down: { more: 0, alerts: [] },
      },
    });
  });

  it('without policies replays those that were, and without a period the last seven days', async () => {
    const { body } = await ask({});
    expect(body).toMatchObject({ from: '2026-10-27T12:00:00.000Z', to: '2026-11-03T12:00:00.000Z', policies: [] });
    expect(body.alerts).toMatchObject({ happened: 1, replayed: 1, same: 1, close: 0 });
  });

  it('lists as many as are asked for, and counts the rest', async () => {
    const { body } = await ask({ ...tried, limit: 1 });
    expect(body.listed.differ).toMatchObject({ more: 2, alerts: [{ lead: 'ada' }] });
    expect(body.listed.close).toMatchObject({ more: 0, alerts: [{ lead: 'dee' }] });
  });

  it('keeps apart what fell due while the product is known to have been away', async () => {
    const { body } = await ask({ ...tried, down: [{ from: '2026-11-02T09:01:00Z', to: '2026-11-02T09:05:00Z' }] });
    expect(body.listed.down.alerts).toMatchObject([{ lead: 'ada', apart: 'down' }]);
    expect(body.alerts).toMatchObject({ only_replayed: 1, down: 1 });
  });

  it.each([
    [{ policies: [{ policy: 'web', order: 1, targets: {} }] }, '$.policies[0].targets', 'has no target'],
    [{ policies: [{ policy: 'web', ...strict, calendar: 'nowhere' }] }, '$.policies[0].calendar', 'is none that was set'],
    [{ policies: [tried.policies[0], tried.policies[0]] }, '$.policies[1].policy', 'keep one of them'],
    [{ policies: 'web' }, '$.policies', 'must be a list'],
    [{ from: 'monday' }, '$.from', ''],
    [{ from: '2026-11-03T00:00:00Z', to: '2026-11-02T00:00:00Z' }, '$.from', 'must lie before to'],
    [{ from: '2027-01-01T00:00:00Z' }, '$.from', 'before now'],
    [{ from: '2026-01-01T00:00:00Z' }, '$.from', 'more than 31 days'],
    [{ down: [{ from: '2026-11-03T00:00:00Z', to: '2026-11-02T00:00:00Z' }] }, '$.down[0].to', 'must lie after from'],
    [{ form: 1 }, '$.form', 'did you mean from?'],
    [{ limit: 1001 }, '$.limit', 'must be at most 1000'],
    [{ limit: -1 }, '$.limit', 'must be at least 0'],
    [{ from: '2026-10-03T11:59:59.999Z' }, '$.from', 'more than 31 days before to; ask for less, or use leadclock what-if'],
  ])('names the field of what is wrong: %j', async (body, path, problem) => {
    const answered = await ask(body);
    expect(answered).toMatchObject({ status: 400, body: { problems: [{ path, problem: expect.stringContaining(problem) }] } });
  });

  it('goes 31 days back, and takes a hundred times in which the product was away, and no more', async () => {
    expect(await ask({ from: '2026-10-03T12:00:00Z' })).toMatchObject({
      status: 200,
      body: { from: '2026-10-03T12:00:00.000Z', leads: 4 },
    });
    const away = (times: number) => Array.from({ length: times }, () => ({ from: '2026-11-02T06:00:00Z', to: '2026-11-02T06:01:00Z' }));
    expect(await ask({ down: away(100) })).toMatchObject({ status: 200 });
    expect(await ask({ down: away(101) })).toMatchObject({
      status: 400,
      body: { problems: [{ path: '$.down', problem: 'must have at most 100 items' }] },
    });
  });

  it('writes nothing', async () => {
    const count = () => planted.dataSource.query('select (select count(*) from spool) as spool, (select count(*) from alert) as alerts');
    const before = await count();
    await ask(tried);
    expect(await count()).toEqual(before);
  });
});
