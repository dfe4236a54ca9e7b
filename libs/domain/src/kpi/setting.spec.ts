import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { type AskingParams, parseAsking } from './asking.js';
import type { Aggregate } from './kpi.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { settingOf } from './setting.js';
import { waitingNow } from './waiting-now.kpi.js';

const policy = (answer_s: number) => ({ order: 1, match: {}, targets: { answer_s }, steps: [] });
const { events } = subject('p')
  .tell('policy.set', 'mon 08:00', policy(300))
  .tell('policy.set', 'tue 08:00', policy(200))
  .tell('policy.set', 'thu 08:00', policy(100));
const configuration = buildConfiguration([
  ...events,
  ...subject('site').tell('site.set', '08:00', { name: 'S', zone: 'Europe/Madrid', locale: 'en-US', currency: 'EUR' }).events,
]);
const settingAt = (params: AskingParams) => {
  const parsed = parseAsking(leadResponseTime, params, { configuration, now: at('fri 12:00') });
  if (!parsed.ok) throw new Error(parsed.problem);
  return settingOf(parsed.asking, configuration);
};
const targets = (params: AskingParams) => settingAt(params).policies.map(({ answer_s }) => answer_s);

it('a setting tells the window, the site and the clock', () => {
  expect(settingAt({ window: 'week', clock: 'wall', rep: 'ana' })).toMatchObject({
    window: 'week',
    zone: 'Europe/Madrid',
    week_start: 6,
    currency: 'EUR',
    clock: 'wall',
    filters: { rep: ['ana'] },
  });
});

it('of a policy those versions that were in force in the window, and its first before it had any', () => {
  expect(targets({ from: '2026-11-04', to: '2026-11-05' })).toEqual([200]);
  expect(targets({ from: '2026-11-04', to: '2026-11-06' })).toEqual([200, 100]);
  expect(targets({ from: '2026-10-01', to: '2026-10-02' })).toEqual([300]);
  expect(targets({})).toEqual([300, 200, 100]);
});

describe('a setting', () => {
  const hours = { zone: 'Europe/Madrid', week: { mon: [['09:00', '18:00'] as [string, string]] }, holidays: [] };
  const known = buildConfiguration([
    ...subject('office')
      .tell('calendar.set', 'mon 08:00', hours)
      .tell('calendar.set', 'thu 08:00', { ...hours, zone: 'UTC' }).events,
    ...subject('north').tell('team.set', 'mon 08:00', { name: 'North', calendar: 'office' }).events,
    ...subject('south').tell('team.set', 'mon 08:00', { name: 'South' }).events,
    ...subject('hours').tell('policy.set', 'mon 08:00', { ...policy(300), calendar: 'office' }).events,
  ]);
  const asked = (kpi: Aggregate, params: AskingParams) => {
    const parsed = parseAsking(kpi, params, { configuration: known, now: at('fri 12:00') });
    if (!parsed.ok) throw new Error(parsed.problem);
    return settingOf(parsed.asking, known);
  };

  it('names the calendars with their zones, and the teams that have one', () => {
    const { calendars, teams, policies } = asked(leadResponseTime, { from: '2026-11-04', to: '2026-11-06' });
    expect(calendars.map(({ id, since, zone }) => [id, since, zone])).toEqual([
      ['office', '2026-11-02T08:00:00.000Z', 'Europe/Madrid'],
      ['office', '2026-11-05T08:00:00.000Z', 'UTC'],
    ]);
    expect(teams).toEqual([{ id: 'north', since: '2026-11-02T08:00:00.000Z', source: '/story', event: 'e1', calendar: 'office' }]);
    expect(policies).toMatchObject([{ id: 'hours', calendar: 'office' }]);
  });

  it('takes a version that comes at the start of the window alone, and none that comes at its end', () => {
    const zones = (from: string, to: string) => asked(leadResponseTime, { from, to }).calendars.map(({ zone }) => zone);
    expect(zones('2026-11-05T08:00:00Z', '2026-11-06T00:00:00Z')).toEqual(['UTC']);
    expect(zones('2026-11-05T07:59:59Z', '2026-11-06T00:00:00Z')).toEqual(['Europe/Madrid', 'UTC']);
    expect(zones('2026-11-04T00:00:00Z', '2026-11-05T08:00:00Z')).toEqual(['Europe/Madrid']);
  });

  it('of a number on no clock has none, and without a site its usual one', () => {
    expect(asked(leadsCreated, {})).toMatchObject({
      window: null,
      clock: null,
      zone: 'UTC',
      week_start: 0,
      currency: null,
      parameters: {},
    });
    expect(asked(leadResponseTime, {})).toMatchObject({ clock: 'working', parameters: { clock: 'working' } });
  });

  it('of a stock takes what was in force up to the instant', () => {
    const parsed = parseAsking(waitingNow, { as_of: '2026-11-05T08:00:00Z' }, { configuration: known, now: at('fri 12:00') });
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(settingOf(parsed.asking, known).calendars.map(({ zone }) => zone)).toEqual(['Europe/Madrid']);
  });
});

it('a version names the event that set it', () => {
  expect(settingAt({ from: '2026-11-04', to: '2026-11-05' }).policies).toEqual([
    { id: 'p', since: '2026-11-03T08:00:00.000Z', source: '/story', event: 'e2', answer_s: 200, calendar: null },
  ]);
});
