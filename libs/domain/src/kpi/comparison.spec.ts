import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { type AskingParams, parseAsking } from './asking.js';
import { kpiNamed } from './catalogue.js';
import { comparisonOf, meanBy } from './comparison.js';
import type { Site } from './site.js';

const utc: Site = { zone: 'UTC', weekStart: 0, currency: null };
const now = at('2026-11-05T12:00:00Z');

const asked = (name: string, params: AskingParams) => {
  const kpi = kpiNamed(name);
  if (kpi === null) throw new Error(`no KPI ${name}`);
  const read = (asFlow: boolean) => {
    const shape = asFlow ? (): 'flow' => 'flow' : kpi.shape;
    const parsed = parseAsking({ ...kpi, shape }, params, { configuration: buildConfiguration([]), now });
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.asking;
  };
  return { kpi, asking: read(false), windowed: read(true) };
};
const compared = (name: string, params: AskingParams) => {
  const { kpi, asking, windowed } = asked(name, params);
  return comparisonOf(kpi, asking, windowed, utc);
};
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString().slice(0, 16));
const told = (asking: ReturnType<typeof comparisonOf>['before']) =>
  typeof asking === 'string' ? asking : [iso(asking.from), iso(asking.to), iso(asking.asOf)];

it('an earlier window is asked as long after its end as this one after its own', () => {
  // October, looked at on the fifth of November at noon: September as of four and a half days into October
  const { before, lastYear } = compared('won-revenue', { from: '2026-10-01', to: '2026-11-01' });
  expect(told(before)).toEqual(['2026-08-31T00:00', '2026-10-01T00:00', '2026-10-05T12:00']);
  expect(told(lastYear)).toEqual(['2025-10-01T00:00', '2025-11-01T00:00', '2025-11-05T12:00']);
});

it('a stock is asked at the instant that lies a window before, and not in it', () => {
  expect(told(compared('waiting-now', { window: 'today' }).before)).toEqual([null, null, '2026-11-04T12:00']);
  expect(told(compared('waiting-now', { window: '7d' }).before)).toEqual([null, null, '2026-10-29T12:00']);
  expect(told(compared('waiting-now', {}).before)).toBe('no_window');
});

it('the same weekday is asked of four weeks, each as long after its window as this one', () => {
  const weekday = (name: string, params: AskingParams) => {
    const spans = compared(name, params).weekday;
    return typeof spans === 'string' ? spans : spans.map(told);
  };
  // a Tuesday, looked at on the Thursday after it at noon
  expect(weekday('won-revenue', { from: '2026-11-03', to: '2026-11-04' })).toEqual([
    ['2026-10-27T00:00', '2026-10-28T00:00', '2026-10-29T12:00'],
    ['2026-10-20T00:00', '2026-10-21T00:00', '2026-10-22T12:00'],
    ['2026-10-13T00:00', '2026-10-14T00:00', '2026-10-15T12:00'],
    ['2026-10-06T00:00', '2026-10-07T00:00', '2026-10-08T12:00'],
  ]);
  expect(weekday('won-revenue', { from: '2026-11-02', to: '2026-11-04' })).toBe('longer_than_a_day');
  expect(weekday('won-revenue', {})).toBe('no_window');
  expect(weekday('waiting-now', {})).toEqual(['10-29', '10-22', '10-15', '10-08'].map((day) => [null, null, `2026-${day}T12:00`]));
});

it('a stock is asked a year ago without any window, and a flow without one of no other time', () => {
  expect(told(compared('waiting-now', {}).lastYear)).toEqual([null, null, '2025-11-05T12:00']);
  expect(compared('won-revenue', {})).toEqual({ before: 'no_window', weekday: 'no_window', lastYear: 'no_window' });
});

it('what else was asked holds of the earlier question', () => {
  const { before } = compared('won-revenue', { window: '7d', by: 'rep', team: 'north', known_at: '2026-11-05T11:00:00Z' });
  expect(before).toMatchObject({ by: ['rep'], filters: { team: ['north'] }, knownAt: at('2026-11-05T11:00:00Z'), window: '7d' });
});

it.each([
  ['answered-in-target', {}, 'rows'],
  ['lead-response-time', {}, 'rows'],
  ['average-deal-size', {}, 'rows'],
  ['won-revenue', {}, 'values'],
  ['leads-created', {}, 'values'],
  ['oldest-waiting', {}, 'values'],
  ['funnel-volume', { basis: 'stock' }, 'values'],
  ['cost-per-lead', {}, 'values'],
  ['pipeline-volume', {}, 'values'],
  ['rep-activity', {}, 'values'],
  ['win-ratio', {}, 'rows'],
])('the mean of %s %j is over its %s', (name, params, expected) => {
  const { kpi, asking } = asked(name, params);
  expect(meanBy(kpi, asking)).toBe(expected);
});
