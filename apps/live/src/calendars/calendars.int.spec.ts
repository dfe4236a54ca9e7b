import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { subject } from '@leadclock/domain/testing/story.js';
import { ensureApiKey, readApiKey } from '@leadclock/identity/api-key.js';
import { addFeed, feedFailed } from '@leadclock/read-model/outside/calendar-feed.table.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

let planted: Planted;
let app: LiveApp;
let key: string;
const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-calendars-'));
const day = 86_400_000;

beforeAll(async () => {
  planted = await Planted.open();
  await ensureApiKey(folder, planted.dataSource);
  app = await startLiveApp(planted.dataSource, new StoryClock(at('tue 12:00')));
  key = readApiKey(folder) ?? '';
});
afterAll(async () => {
  await app.close();
  await planted.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(where: string, body?: object) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(
    `${app.url}/v1/${where}`,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  );
  return { status: response.status, body: Object(await response.json()) };
}
const weekdays = (hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });

it('calendars are told with whether they are open, who works in them, what comes later, and how their feeds are', async () => {
  const now = at('tue 12:00');
  await planted.plant(
    subject('office')
      .tell('calendar.set', 'mon 08:00', {
        zone: 'Europe/Berlin',
        week: weekdays([['09:00', '18:00']]),
        holidays: [{ date: '2026-12-24', name: 'Eve' }],
      })
      .tell('calendar.set', 'mon 09:00', {
        zone: 'Europe/Berlin',
        week: weekdays([['08:00', '16:00']]),
        holidays: [],
        effective_from: '2027-01-01T00:00:00Z',
      }),
    subject('north').tell('team.set', 'mon 08:00', { name: 'North', calendar: 'office' }),
    subject('ana').tell('rep.set', 'mon 08:00', { name: 'Ana', team: 'north', active: true, days_off: ['2026-12-28'] }),
  );
  await addFeed(
    planted.dataSource,
    { id: 'f1', calendar: 'office', address: 'https://example.com/secret.ics', host: 'example.com' },
    now - 9 * day,
  );
  await feedFailed(planted.dataSource, { id: 'f1', at: now - 4 * day, failure: 'example.com answered 500', nextAt: now + 1 });
  const { body } = await ask('calendars');
  expect(body.calendars).toMatchObject([
    {
      calendar: 'office',
      zone: 'Europe/Berlin',
      week: weekdays([['09:00', '18:00']]),
      holidays: [{ date: '2026-12-24', name: 'Eve', by: null }],
      later: [{ effective_at: '2027-01-01T00:00:00.000Z', week: weekdays([['08:00', '16:00']]) }],
      used_by: { site: true, teams: ['north'], reps: [], policies: [] },
      feeds: [{ id: 'f1', host: 'example.com', failure: 'example.com answered 500', stale: true }],
    },
  ]);
  expect(body).toMatchObject({
    teams: [{ team: 'north', calendar: 'office' }],
    reps: [{ rep: 'ana', calendar: null, days_off: ['2026-12-28'] }],
  });
  expect(JSON.stringify(body)).not.toContain('secret');
  expect((await ask('calendar-feeds')).body.feeds).toHaveLength(1);
  expect((await fetch(`${app.url}/v1/calendars`)).status).toBe(401);
});

it('a calendar is tried before it is set: deadlines, days when the clock changes, and all that is wrong', async () => {
  const office = { zone: 'Europe/Berlin', week: weekdays([['09:00', '18:00']]) };
  const { body } = await ask('calendars/preview', office);
  expect(body.hours_per_week).toBe(45);
  const [evening] = body.examples;
  expect([evening.working_ms, new Date(evening.arrives).getUTCDay(), new Date(evening.due).getUTCDay()]).toEqual([300_000, 5, 1]);
  expect([evening.arrives.slice(11, 16), evening.due.slice(11, 16)]).toEqual(['16:58', '08:03']);
  expect(body.clock_changes.map(({ hours }: { hours: number }) => hours).sort()).toEqual([23, 25]);
  const wrong = await ask('calendars/preview', { zone: 'Madrid', week: { mon: [['10:00', '09:00']] } });
  expect([wrong.status, wrong.body.problems.map((one: { path: string }) => one.path)]).toEqual([400, ['$.zone', '$.week.mon[0]']]);
  expect(wrong.body.problems[0].near).toEqual(['Europe/Madrid']);
});
