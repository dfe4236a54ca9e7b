import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listFeeds } from '@leadclock/read-model/outside/calendar-feed.table.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { pino } from 'pino';
import { register } from 'prom-client';
import { contentOf, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';
import { FeedKeeper } from './feed-keeper.js';
import { readFeed } from './read-feed.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let door: OpenDoor;
let server: Server;
let url: string;
let answer: RequestListener;
let asked: { readonly etag: string | undefined; readonly modified: string | undefined }[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ etag: request.headers['if-none-match'], modified: request.headers['if-modified-since'] });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret/de.ics`;
  answer = says('20261225');
  door = await openDoor({ LEADCLOCK_CALENDAR_ALLOW: '127.0.0.0/8' });
  const set = await send(
    'PUT',
    '/v1/calendars/office',
    { zone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] } },
    { 'if-match': '0', 'idempotency-key': 'c' },
  );
  expect(set.status).toBe(202);
});
afterEach(async () => {
  server.close().closeAllConnections();
  await door.close();
});

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const given = { authorization: `Bearer ${door.key}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
  const response = await fetch(`${door.url}${path}`, { method, headers: given, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, body: Object(await response.json()) };
}
const add = (address = url) => send('POST', '/v1/calendar-feeds', { calendar: 'office', url: address });
const says =
  (...days: readonly string[]): RequestListener =>
  (_request, response) => {
    const events = days.flatMap((day) => ['BEGIN:VEVENT', `UID:${day}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${day}`, 'END:VEVENT']);
    response.setHeader('etag', `"${days.join()}"`);
    response.end(['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'));
  };
const status =
  (code: number, headers = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(code, headers).end();
const stored = async () => {
  const [feed] = await listFeeds(door.dataSource);
  if (feed === undefined) throw new Error('there is no feed');
  return feed;
};
/** The dates of the holidays that each event of the log gave the calendar. */
const told = async () =>
  (await contentOf(door.configLog)).map(({ value }) => Object(JSON.parse(value)).data.holidays.map(({ date }: { date: string }) => date));
const tells = (count: number) => until(`${count} events`, async () => ((await told()).length >= count ? told() : null));
const keeper = () => door.app.get(FeedKeeper, { strict: false });
/** Goes on to when the feed is due, and waits until it was read again. */
async function later(): Promise<void> {
  const { triedAt, nextAt } = await stored();
  door.at(nextAt);
  keeper().wake();
  await until('it was tried again', async () => (await stored()).triedAt !== triedAt);
}

it('an address that is kept is read at once and each day; only what has changed is an event', async () => {
  const added = await add();
  expect([added.status, added.body]).toEqual([200, expect.objectContaining({ outcome: 'changed', host: new URL(url).host, added: 1 })]);
  expect(JSON.stringify(added.body)).not.toContain('secret');
  expect(await tells(2)).toEqual([[], ['2026-12-25']]);
  const { nextAt } = await stored();
  expect(nextAt).toBeGreaterThan(NOW + 22 * HOUR_MS - 1);
  expect(nextAt).toBeLessThanOrEqual(NOW + DAY_MS);
  await later();
  answer = status(304);
  await later();
  expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"20261225"', '"20261225"']);
  expect(await stored()).toMatchObject({ failure: null, changedAt: NOW });
  answer = says('20261226', '20270101');
  await later();
  expect(await tells(3)).toEqual([[], ['2026-12-25'], ['2026-12-26', '2027-01-01']]);
  const metrics = await register.metrics();
  expect(metrics).toContain('leadclock_calendar_feed_reads_total{outcome="same"}');
  expect(metrics).toMatch(/leadclock_calendar_feed_failing_since_timestamp_seconds\{feed="[0-9a-f]+",calendar="office"\} 0/);
});

it('days that somebody has left out come back, although the address says that nothing has changed', async () => {
  await add();
  await tells(2);
  door.at(NOW + HOUR_MS);
  const data = { zone: 'Europe/Berlin', week: { tue: [['09:00', '17:00']] }, holidays: [] };
  await door.post({
    specversion: '1.0',
    id: 'x',
    source: '/hr',
    type: 'calendar.set',
    subject: 'office',
    time: new Date(NOW + HOUR_MS).toISOString(),
    data,
  });
  await tells(3);
  answer = status(304);
  await later();
  expect((await tells(4)).at(-1)).toEqual(['2026-12-25']);
});

describe('an address that cannot be read', () => {
  it.each([
    ['is away', status(500), /answered 500$/],
    ['answers what is no iCal', (_q, r) => void r.end('<html>sign in</html>'), /is no iCal file: it must begin with BEGIN:VCALENDAR/],
    ['is empty', says(), /holds no all-day event/],
    [
      'leads to a private address',
      status(302, { location: 'http://10.0.0.1/' }),
      /10\.0\.0\.1 is no address of the public internet; LEADCLOCK_CALENDAR_ALLOW/,
    ],
  ] satisfies [string, RequestListener, RegExp][])(
    'and %s is not kept; later the last good copy stays, with the reason and the next try',
    async (_, failing, reason) => {
      answer = failing;
      const refused = await add();
      expect([refused.status, refused.body.path]).toEqual([400, '$.url']);
      expect(refused.body.problems[0]).toMatchObject({ reason: 'unread', problem: expect.stringMatching(reason) });
      expect(await listFeeds(door.dataSource)).toEqual([]);
      answer = says('20261225');
      const { id } = (await add()).body;
      await tells(2);
      answer = failing;
      await later();
      const first = await stored();
      expect(first).toMatchObject({ failure: expect.stringMatching(reason), failures: 1, succeededAt: NOW, failingSince: first.triedAt });
      expect(first.failure).not.toContain('secret');
      expect(first.nextAt - (first.triedAt ?? 0)).toBeLessThanOrEqual(HOUR_MS);
      expect((await send('POST', `/v1/calendar-feeds/${id}/read`)).body).toMatchObject({
        outcome: 'failed',
        failure: expect.stringMatching(reason),
      });
      expect(await stored()).toMatchObject({ failures: 2, failingSince: first.failingSince });
      expect(await told()).toHaveLength(2);
      answer = says('20261225');
      expect((await send('POST', `/v1/calendar-feeds/${id}/read`)).body).toMatchObject({ outcome: 'same' });
      expect(await stored()).toMatchObject({ failure: null, failingSince: null, failures: 0 });
      expect(door.logged()).not.toContain('secret');
    },
  );

  it('is no address, or one of no calendar, or private without being allowed', async () => {
    for (const address of ['', 'holidays.ics', 'ftp://example.com/a.ics']) expect((await add(address)).body.path).toBe('$.url');
    expect((await add('http://10.1.2.3/a.ics')).body.problem).toContain('no address of the public internet');
    expect((await send('POST', '/v1/calendar-feeds', { calendar: 'nowhere', url })).body.path).toBe('$.calendar');
    expect((await send('POST', '/v1/calendar-feeds/none/read')).status).toBe(404);
    expect((await send('DELETE', '/v1/calendar-feeds/none')).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

it('one that hangs is given up, and only one process reads it meanwhile', async () => {
  const { id } = (await add()).body;
  answer = () => undefined;
  const parts = {
    dataSource: door.dataSource,
    configLog: door.configLog,
    clock: () => NOW,
    onSpooled: () => undefined,
    allow: ['127.0.0.0/8'],
    timeout: 5_000,
  };
  const logger = pino({ level: 'silent' });
  const [first, second] = await Promise.all([
    readFeed({ ...parts, logger }, id),
    until('it is asked', () => asked.length === 2).then(() => readFeed({ ...parts, logger }, id)),
  ]);
  expect(first).toEqual({ kind: 'failed', failure: `${new URL(url).host} did not answer within 5 s` });
  expect(second).toEqual({ kind: 'busy' });
});

it('one that is taken away is read no more, and what it brought stays', async () => {
  const { id } = (await add()).body;
  await tells(2);
  expect((await send('DELETE', `/v1/calendar-feeds/${id}`)).status).toBe(200);
  expect(await listFeeds(door.dataSource)).toEqual([]);
  expect(await told()).toHaveLength(2);
});

it('when the program starts what is older than a day is read, without anybody asking', async () => {
  await add();
  await keeper().stop();
  door.at(NOW + 2 * DAY_MS);
  answer = says('20261226');
  keeper().start();
  expect((await tells(3)).at(-1)).toEqual(['2026-12-26']);
});
