import { randomUUID } from 'node:crypto';
import { until } from '@leadclock/runtime/testing/until.js';
import { contentOf, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';

let door: OpenDoor;
let now = NOW;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const office = {
  zone: 'Europe/Berlin',
  week: {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
  },
};

async function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  // nobody does two things in one millisecond
  door.at((now += 1));
  const given = { authorization: `Bearer ${door.key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
  const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const response = await fetch(`${door.url}${path}`, {
    method,
    headers: sent,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: Object(JSON.parse(text)) };
}
const set = (seen: string, body: unknown, headers: Record<string, string> = {}) =>
  send('PUT', '/v1/calendars/office', body, { 'if-match': seen, ...headers });
const upload = (file: string, query: string, headers: Record<string, string> = {}) =>
  send('POST', `/v1/calendars/office/holidays?${query}`, file, { 'content-type': 'text/calendar', ...headers });
const problems = ({ status, body }: Awaited<ReturnType<typeof send>>) => [
  status,
  ...body.problems.map(({ path, reason }: Record<string, string>) => `${path} ${reason}`),
];
const logged = async () => (await contentOf(door.configLog)).map(({ value }) => JSON.parse(value));
/** Resolves once so many events lie in the log of the configuration. */
const events = (count: number) =>
  until(`${count} events of the configuration in the log`, async () => {
    const there = await logged();
    return there.length >= count ? there : null;
  });
const event = (type: string, subject: string, data: object) => ({
  specversion: '1.0',
  id: `${subject}-1`,
  source: '/hr',
  type,
  subject,
  time: '2026-11-24T09:00:00Z',
  data,
});
const ical = (...days: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    ...days.flatMap((day) => ['BEGIN:VEVENT', `UID:${day}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:Day ${day}`, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('a calendar that is set', () => {
  it('is an event; the second time it stands, and of two who change it the second is told', async () => {
    const first = await set('0', { ...office, holidays: [{ date: '2026-12-24', name: 'Christmas Eve' }] });
    expect([first.status, first.body.change]).toEqual([202, 'changed']);
    const { edit } = first.body;
    expect((await set(edit, { ...office, holidays: [{ date: '2026-12-24', name: 'Christmas Eve' }] })).body).toMatchObject({
      change: 'none',
      edit,
    });
    const second = await set(edit, { ...office, zone: 'Europe/Madrid' });
    expect([second.status, second.body.change]).toEqual([202, 'changed']);
    const late = await set(edit, { ...office, zone: 'Europe/Paris' });
    expect([late.status, late.body.edit]).toEqual([409, second.body.edit]);
    expect((await set('0', office)).status).toBe(409);
    expect((await events(2)).map(({ type, source, data }) => [type, source, data.zone, data.holidays])).toEqual([
      ['calendar.set', '/leadclock/calendars', 'Europe/Berlin', [{ date: '2026-12-24', name: 'Christmas Eve' }]],
      ['calendar.set', '/leadclock/calendars', 'Europe/Madrid', []],
    ]);
  });

  it('by ten at once is set by one, and the others are told', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => set('0', office)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, ...Array.from({ length: 9 }, () => 409)]);
    expect(await events(1)).toHaveLength(1);
  });

  it('under the same key is set once, and another body under it is refused', async () => {
    const key = { 'idempotency-key': 'k1' };
    const [first, second] = await Promise.all([set('0', office, key), set('0', office, key)]);
    expect([first.status, second.text]).toEqual([202, first.text]);
    expect((await set('0', { ...office, zone: 'UTC' }, key)).status).toBe(422);
  });

  it('keeps what came in from a file, whatever is entered; what is entered again is replaced', async () => {
    const { edit } = (await set('0', { ...office, holidays: [{ date: '2026-12-31', name: 'stocktaking' }] })).body;
    const tried = await upload(ical('20261225'), 'file=de.ics&dry_run=true', { 'idempotency-key': '' });
    expect([tried.status, tried.body.added]).toEqual([200, [{ date: '2026-12-25', name: 'Day 20261225' }]]);
    expect(await events(1)).toHaveLength(1);
    expect((await upload(ical('20261225'), 'file=de.ics')).status).toBe(202);
    await events(2);
    expect((await set(edit, { ...office, holidays: [] })).body.change).toBe('changed');
    expect((await events(3)).at(-1).data.holidays).toEqual([{ date: '2026-12-25', name: 'Day 20261225' }]);
    await upload(ical('20261226'), 'file=de.ics');
    expect((await events(4)).at(-1).data.holidays).toEqual([{ date: '2026-12-26', name: 'Day 20261226' }]);
  });
});

describe('a calendar that cannot be meant', () => {
  it('sets nothing, and all that is wrong is named at its path', async () => {
    const week = {
      mon: [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
        ['13:00', '13:00'],
      ],
      tue: [
        ['18:00', '09:00'],
        ['22:00', '25:30'],
      ],
      wed: [['9', '10:00']],
    };
    const holidays = [
      { date: '2026-02-30', name: 'x' },
      { date: '2026-12-24', name: 'a' },
      { date: '2026-12-24', name: '' },
    ];
    const refused = await set('0', { zone: 'Berlin', week, holidays });
    expect(problems(refused)).toEqual([
      400,
      '$.zone zone',
      '$.week.mon[2] empty',
      '$.week.mon[1] overlap',
      '$.week.tue[0] reversed',
      '$.week.tue[1][1] late',
      '$.week.wed[0][0] time',
      '$.holidays[0].date day',
      '$.holidays[2].name missing',
      '$.holidays[2].date twice',
    ]);
    expect(refused.body.problems[0].near).toEqual(['Europe/Berlin']);
    expect(problems(await set('0', { zone: 'UTC', week: {} }))).toEqual([400, '$.week closed']);
    expect(problems(await set('0', { zone: 'UTC', weeks: {} }))[0]).toBe(400);
    expect(await logged()).toEqual([]);
  });

  it('nor one of a day that has passed, unless it is said that history is to be judged anew', async () => {
    const { edit } = (await set('0', office)).body;
    const past = { ...office, zone: 'UTC', effective_from: '2026-01-01T00:00:00Z' };
    expect(problems(await set(edit, past))).toEqual([400, '$.effective_from past']);
    expect((await set(edit, { ...past, judge_history: true })).status).toBe(202);
  });

  it('nor a file that is no iCal, or the file of no calendar', async () => {
    await set('0', office);
    expect(problems(await upload('<html>', 'file=a.ics'))).toEqual([400, '$ file']);
    expect((await upload(ical('20261225'), 'file=')).status).toBe(400);
    expect(
      (await send('POST', '/v1/calendars/nowhere/holidays?file=a', ical('20261225'), { 'content-type': 'text/calendar' })).status,
    ).toBe(404);
  });

  it('asks for a key, an Idempotency-Key and what was seen', async () => {
    expect((await set('0', office, { authorization: '' })).status).toBe(401);
    expect((await set('0', office, { 'idempotency-key': '' })).status).toBe(400);
    expect((await set('', office)).status).toBe(400);
  });
});

describe('who works in which calendar', () => {
  const give = (path: string, edit: string, body: object) => send('PUT', path, body, { 'if-match': edit });
  const seenOf = async (path: string, body: object): Promise<string> => (await give(path, 'f', body)).body.edit;

  it('is set for a team, for all of them, and for a rep with his days off; what else is known of them stays', async () => {
    await door.post([event('team.set', 'north', { name: 'North' }), event('team.set', 'south', { name: 'South' })]);
    await door.post(event('rep.set', 'ana', { name: 'Ana', team: 'north', active: true }));
    await set('0', office);
    await events(4);
    const north = '/v1/teams/north/calendar';
    const seen = await seenOf(north, { calendar: 'office' });
    expect(problems(await give(north, seen, { calendar: 'offices' }))).toEqual([400, '$.calendar unknown']);
    expect((await give(north, seen, { calendar: 'office' })).body.change).toBe('changed');
    expect((await give(north, seen, { calendar: null })).status).toBe(409);
    expect((await events(5)).at(-1)).toMatchObject({ type: 'team.set', subject: 'north', data: { name: 'North', calendar: 'office' } });

    const site = '/v1/site/calendar';
    expect((await give(site, await seenOf(site, { calendar: 'office' }), { calendar: 'office' })).status).toBe(202);
    expect((await events(6)).slice(5).map(({ subject, data }) => [subject, data])).toEqual([
      ['south', { name: 'South', calendar: 'office' }],
    ]);
    expect((await give(site, await seenOf(site, { calendar: null }), { calendar: null })).status).toBe(202);
    expect((await events(8)).slice(6).map(({ data }) => data)).toEqual([{ name: 'North' }, { name: 'South' }]);

    const ana = '/v1/reps/ana/hours';
    const hers = await seenOf(ana, { calendar: null, days_off: [] });
    const days_off = ['2026-12-31', '2026-12-24'];
    expect(problems(await give(ana, hers, { calendar: null, days_off: [...days_off, '2026-12-24', '2026-13-01'] }))).toEqual([
      400,
      '$.days_off[2] twice',
      '$.days_off[3] day',
    ]);
    expect((await give(ana, hers, { calendar: 'office', days_off })).status).toBe(202);
    expect((await events(9)).at(-1).data).toEqual({
      name: 'Ana',
      team: 'north',
      active: true,
      calendar: 'office',
      days_off: ['2026-12-24', '2026-12-31'],
    });
    expect((await give('/v1/teams/west/calendar', '0', { calendar: null })).status).toBe(404);
  });
});
