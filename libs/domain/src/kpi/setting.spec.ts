import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { type AskingParams, parseAsking } from './asking.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { settingOf } from './setting.js';

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

it('a version names the event that set it', () => {
  expect(settingAt({ from: '2026-11-04', to: '2026-11-05' }).policies).toEqual([
    { id: 'p', since: '2026-11-03T08:00:00.000Z', source: '/story', event: 'e2', answer_s: 200, calendar: null },
  ]);
});
