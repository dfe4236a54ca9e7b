import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hourOfWeek } from '@leadclock/domain/staffing/hour-of-week.js';
import { busyWeeks } from '@leadclock/domain/testing/busy-weeks.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { ensureApiKey, readApiKey } from '@leadclock/identity/api-key.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

const before = '2026-10-01T08:00:00Z';
const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-staffing-'));
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of open) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function floorOf(now: string, ...stories: readonly Story[]) {
  const planted = await Planted.open();
  await ensureApiKey(folder, planted.dataSource);
  const app: LiveApp = await startLiveApp(planted.dataSource, new StoryClock(at(now)));
  open.push(
    () => app.close(),
    () => planted.close(),
  );
  if (stories.length > 0) await planted.plant(...stories);
  const ask = async (where: string) => {
    const response = await fetch(`${app.url}/v1/${where}`, { headers: { authorization: `Bearer ${readApiKey(folder) ?? ''}` } });
    return { status: response.status, body: Object(await response.json()) };
  };
  return { planted, app, ask };
}

const hours = (calendar: string, zone: string, ...day: [string, string][]): Story =>
  subject(calendar).tell('calendar.set', before, { zone, week: { mon: day, tue: day, wed: day, thu: day, fri: day }, holidays: [] });
const team = (id: string, name: string, calendar?: string): Story =>
  subject(id).tell('team.set', before, { name, ...(calendar !== undefined && { calendar }) });

/** Berlin is an hour ahead: its team's clock runs from eight to six, Ana works from nine to one and from two to six. */
const floor: readonly Story[] = [
  subject('site').tell('site.set', before, { name: 'S', zone: 'UTC', locale: 'en', currency: 'EUR' }),
  hours('long', 'Europe/Berlin', ['08:00', '18:00']),
  hours('desk', 'Europe/Berlin', ['09:00', '13:00'], ['14:00', '18:00']),
  team('north', 'North', 'long'),
  team('south', 'South'),
  subject('ana')
    .tell('rep.set', before, { name: 'Ana', team: 'north', active: true, calendar: 'desk' })
    .tell('rep.status_changed', '2026-10-30T10:00:00Z', { status: 'available' })
    .tell('rep.status_changed', 'tue 09:00', { status: 'away' })
    .tell('rep.status_changed', 'tue 10:00', { status: 'available' })
    .tell('rep.status_changed', 'wed 09:00', { status: 'away' }, { id: 'slip' })
    .takenBack('thu 09:00', 'slip'),
];
const arrive = (name: string, time: string, of = 'north'): Story => lead(name).arrived(time, { team: of });
const leads: readonly Story[] = [
  arrive('lunch', '12:20'),
  arrive('edge', '11:55').called('12:00', 'ana'),
  arrive('late', '09:00'),
  arrive('away', 'tue 09:30'),
  arrive('slip', 'wed 09:30'),
  arrive('early', 'thu 05:00'),
  arrive('nobody', 'fri 10:00', 'south'),
  arrive('running', 'fri 11:58'),
];

it('a picture tells when leads came and were late in the team’s zone, and what each fell into', async () => {
  const { ask } = await floorOf('fri 12:00', ...floor, ...leads);
  const { status, body } = await ask('staffing?team=north&from=2026-11-02');
  expect(status).toBe(200);
  expect(body).toMatchObject({ as_of: '2026-11-06T12:00:00.000Z', from: '2026-11-02T00:00:00.000Z', to: '2026-11-06T12:00:00.000Z' });
  expect(body).toMatchObject({ zone: 'Europe/Berlin', team: 'north', teams: [{ team: 'north', name: 'North' }, { team: 'south' }] });
  expect(body.total).toEqual({
    hours: 108,
    arrivals: 7,
    met: 1,
    late: 5,
    attainment: 1 / 6,
    small: true,
    causes: [
      { cause: 'hours', late: 2 },
      { cause: 'there', late: 2 },
      { cause: 'away', late: 1 },
    ],
  });
  expect(body.hours).toHaveLength(168);
  expect(body.hours[13]).toMatchObject({ weekday: 0, hour: 13, hours: 1, arrivals: 1, late: 1, causes: [{ cause: 'hours', late: 1 }] });
  expect(body.hours[12]).toMatchObject({ met: 1, late: 0, attainment: 1 });
  expect(body.gaps).toEqual([
    {
      cause: 'hours',
      team: 'north',
      calendars: ['desk'],
      late: 2,
      hours: [
        { weekday: 0, from: 13, to: 14, late: 1 },
        { weekday: 3, from: 8, to: 9, late: 1 },
      ],
    },
    { cause: 'away', team: 'north', calendars: [], late: 1, hours: [{ weekday: 1, from: 10, to: 11, late: 1 }] },
  ]);
  const all = await ask('staffing');
  expect(all.body).toMatchObject({ from: '2026-10-09T12:00:00.000Z', zone: 'UTC', team: null, total: { arrivals: 8, late: 6 } });
  expect(all.body.gaps).toContainEqual(expect.objectContaining({ cause: 'nobody', team: 'south', late: 1 }));
});

it('a floor without anything has a picture without anything', async () => {
  const { ask, app } = await floorOf('fri 12:00');
  const { body } = await ask('staffing');
  expect(body).toMatchObject({
    zone: 'UTC',
    teams: [],
    total: { hours: 672, arrivals: 0, attainment: null, causes: [] },
    worst: [],
    gaps: [],
  });
  expect((await fetch(`${app.url}/v1/staffing`)).status).toBe(401);
});

describe('a question that cannot be answered names what is wrong, and what may be', () => {
  let ask: (where: string) => Promise<{ status: number; body: Record<string, unknown> }>;
  beforeAll(async () => {
    ({ ask } = await floorOf('fri 12:00', ...floor));
  });
  it.each([
    ['team=east', 'team', 'there is no team east'],
    ['team=__proto__', 'team', 'there is no team __proto__'],
    ['from=yesterday', 'from', 'yesterday is not a time'],
    ['to=2026-13-01', 'to', '2026-13-01 is not a time'],
    ['from=2026-11-05&to=2026-11-05', 'from', 'from lies at or after to'],
    ['from=2026-12-01', 'from', 'from lies in the future'],
    ['from=2025-11-01&to=2026-11-04', 'from', 'the period is longer than 366 days'],
    ['team=north&team=south', 'team', 'team is given more than once'],
    ['rep=ana', 'rep', 'there is no parameter rep'],
  ])('%s', async (params, parameter, problem) => {
    const { status, body } = await ask(`staffing?${params}`);
    expect([status, body['parameter'], body['problem']]).toEqual([400, parameter, problem]);
    expect(body['allowed']).not.toEqual([]);
  });

  it('but an end that lies ahead is now', async () => {
    expect((await ask('staffing?from=2026-11-02&to=2027-01-01')).body).toMatchObject({ to: '2026-11-06T12:00:00.000Z' });
  });
});

it('the hours are those of the facts, one by one, and add up to leads-created and answered-in-target', async () => {
  const kathmandu = subject('site').tell('site.set', before, { name: 'S', zone: 'Asia/Kathmandu', locale: 'en', currency: 'EUR' });
  const { planted, ask } = await floorOf(
    'sun+1 23:59',
    ...busyWeeks,
    kathmandu.tell('site.set', 'mon 08:00', { name: 'S', zone: 'Australia/Lord_Howe', locale: 'en', currency: 'EUR' }),
  );
  const { body } = await ask('staffing?from=2026-09-28');
  const now = at('sun+1 23:59');
  const placed = planted.facts.filter(
    ({ at: place, from, until, excluded }) =>
      place !== null && place < now && from <= now && (until === null || until > now) && excluded === null,
  );
  const expected = Array.from({ length: 168 }, () => ({ arrivals: 0, met: 0, late: 0 }));
  for (const { kind, part, at: place } of placed) {
    const hour = expected[hourOfWeek('Australia/Lord_Howe', place ?? 0)];
    if (hour === undefined) continue;
    if (kind === 'arrival') hour.arrivals += 1;
    if (kind === 'target') hour[part === 'met' ? 'met' : 'late'] += 1;
  }
  expect(body.hours).toMatchObject(expected);
  expect(body.total.late).toBeGreaterThan(3);
  const created = await ask('kpis/leads-created?from=2026-09-28');
  const answered = await ask('kpis/answered-in-target?from=2026-09-28');
  expect(created.body.groups[0].value).toBe(body.total.arrivals);
  expect([answered.body.groups[0].value, answered.body.groups[0].n]).toEqual([body.total.attainment, body.total.met + body.total.late]);
});

it('an hour that the clock repeats is one, and one that it jumps over has no time', async () => {
  const berlin = subject('site').tell('site.set', before, { name: 'S', zone: 'Europe/Berlin', locale: 'en', currency: 'EUR' });
  const twice = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].map((time, index) =>
    lead(`l${index}`).arrived(time),
  );
  const { ask } = await floorOf('2026-11-01T12:00:00Z', berlin, ...twice);
  const autumn = await ask('staffing?from=2026-10-25&to=2026-10-26');
  expect(autumn.body.total).toMatchObject({ hours: 25, arrivals: 3 });
  expect(autumn.body.hours.slice(146, 148)).toMatchObject([
    { weekday: 6, hour: 2, hours: 2, arrivals: 2 },
    { weekday: 6, hour: 3, hours: 1, arrivals: 1 },
  ]);
  const spring = await ask('staffing?from=2026-03-29&to=2026-03-30');
  expect(spring.body.total.hours).toBe(23);
  expect(spring.body.hours[146]).toMatchObject({ hours: 0, arrivals: 0, attainment: null });
});
