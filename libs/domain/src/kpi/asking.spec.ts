import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { type Asking, type AskingParams, parseAsking } from './asking.js';
import { kpiNamed } from './catalogue.js';
import type { Kpi } from './kpi.js';

const site = { name: 'S', zone: 'Europe/Berlin', locale: 'de-DE', currency: 'EUR' };
const configuration = buildConfiguration(subject('site').tell('site.set', '08:00', site).events);
const now = at('2026-11-05T12:00:00Z');

const named = (name: string): Kpi => {
  const kpi = kpiNamed(name);
  if (kpi === null) throw new Error(`no KPI ${name}`);
  return kpi;
};
const parse = (kpi: string, params: AskingParams) => parseAsking(named(kpi), params, { configuration, now });
const asked = (kpi: string, params: AskingParams): Asking => {
  const parsed = parse(kpi, params);
  if (!parsed.ok) throw new Error(`${parsed.parameter}: ${parsed.problem}`);
  return parsed.asking;
};
const refused = (kpi: string, params: AskingParams) => {
  const parsed = parse(kpi, params);
  return parsed.ok ? null : `${parsed.parameter}: ${parsed.problem}`;
};

describe('a question', () => {
  it('without parameters is asked now, of all time, with the usual basis', () => {
    expect(asked('touches-to-first-meeting', {})).toEqual({
      asOf: now,
      knownAt: null,
      from: null,
      to: null,
      window: null,
      by: [],
      filters: {},
      params: { basis: 'booked', actor: 'human' },
    });
  });

  it('takes a date alone as the start of that day in the site’s zone, and cuts times to the millisecond', () => {
    const { from, to, asOf } = asked('won-revenue', {
      from: '2026-11-01',
      to: '2026-11-03T10:00:00.1239+02:00',
      as_of: '2026-11-04T00:00:00Z',
    });
    expect([from, to, asOf].map((instant) => new Date(instant ?? 0).toISOString())).toEqual([
      '2026-10-31T23:00:00.000Z',
      '2026-11-03T08:00:00.123Z',
      '2026-11-04T00:00:00.000Z',
    ]);
  });

  it('is asked as of what was known, unless it says otherwise; from alone runs to as_of', () => {
    const known = asked('won-revenue', { known_at: '2026-11-04', from: '2026-11-01' });
    expect([known.asOf, known.to]).toEqual([known.knownAt, known.knownAt]);
    expect(asked('won-revenue', { known_at: '2026-11-04', as_of: '2026-11-03' }).asOf).toBe(at('2026-11-02T23:00:00Z'));
  });

  it('names slices and filters, several values by commas or repeated, null for none', () => {
    const { by, filters } = asked('won-revenue', { by: 'rep,product', rep: 'ana,null', team: ['north', 'south,north'] });
    expect({ by, filters }).toEqual({ by: ['rep', 'product'], filters: { rep: ['ana', null], team: ['north', 'south'] } });
  });

  it('may name a window that has not ended', () => {
    expect(asked('won-revenue', { from: '2026-11-01', to: '2026-12-01' })).toMatchObject({ asOf: now, to: at('2026-11-30T23:00:00Z') });
  });

  it('to a stock has no window', () => {
    expect(asked('waiting-now', { window: '7d' })).toMatchObject({ from: null, to: null, window: null });
    expect(asked('funnel-volume', { window: '7d', basis: 'stock' })).toMatchObject({ from: null, to: null });
    expect(asked('funnel-volume', { window: '7d' })).toMatchObject({ to: now, window: '7d' });
  });

  it('may leave a parameter open, name it once in a list, and ask for a window that is an instant long', () => {
    const day = '2026-11-02';
    expect(asked('won-revenue', { colour: undefined, from: [day], to: day, as_of: [] })).toMatchObject({
      asOf: now,
      from: at('2026-11-01T23:00:00Z'),
      to: at('2026-11-01T23:00:00Z'),
    });
  });

  it.each([
    ['won-revenue', { colour: 'red' }, 'colour: won-revenue has no parameter or dimension colour'],
    ['won-revenue', { clock: 'wall' }, 'clock: won-revenue has no parameter or dimension clock'],
    ['won-revenue', { window: '2d' }, 'window: there is no window 2d'],
    ['won-revenue', { window: '7d', from: '2026-11-01' }, 'window: a window and from/to exclude each other'],
    ['won-revenue', { window: '7d', to: '2026-11-01' }, 'window: a window and from/to exclude each other'],
    ['won-revenue', { from: '2026-11-02', to: '2026-11-01' }, 'from: from lies after to'],
    ['won-revenue', { from: '2026-12-02' }, 'from: from lies after as_of'],
    ['won-revenue', { to: '2026-11-02' }, 'from: to needs a from'],
    ['won-revenue', { window: '7d', to: '2026-11-01' }, 'window: a window and from/to exclude each other'],
    ['won-revenue', { window: ['7d', '28d'] }, 'window: window is given 2 times'],
    ['won-revenue', { bucket: 'day' }, 'bucket: won-revenue has no parameter or dimension bucket'],
    ['won-revenue', { from: '' }, 'from:  is not a time'],
    ['won-revenue', { known_at: '2026-11-02T10:00:00+25:00' }, 'known_at: 2026-11-02T10:00:00+25:00 is not a time'],
    ['waiting-now', { from: '2026-11-02', to: '2026-11-01' }, 'from: from lies after to'],
    ['won-revenue', { as_of: 'yesterday' }, 'as_of: yesterday is not a time'],
    [
      'won-revenue',
      { as_of: '2026-11-02T10:00:00 01:00' },
      'as_of: 2026-11-02T10:00:00 01:00 is not a time: in an address + is a space, so it is written %2B',
    ],
    ['won-revenue', { as_of: '2026-11-02 10:00' }, 'as_of: 2026-11-02 10:00 is not a time'],
    ['won-revenue', { as_of: '2026-02-30' }, 'as_of: 2026-02-30 is not a time'],
    ['won-revenue', { as_of: '2026-11-02T10:00:00' }, 'as_of: 2026-11-02T10:00:00 is not a time'],
    ['won-revenue', { as_of: ['2026-11-01', '2026-11-02'] }, 'as_of: as_of is given 2 times'],
    ['won-revenue', { by: 'colour' }, 'by: won-revenue cannot be sliced by colour'],
    ['won-revenue', { by: 'direction' }, 'by: won-revenue cannot be sliced by direction'],
    ['won-revenue', { by: 'rep,rep' }, 'by: rep is named twice'],
    ['won-revenue', { by: 'rep,team,product' }, 'by: at most 2 dimensions at a time'],
    ['rep-activity', { by: 'rep,channel,outcome,actor' }, 'by: at most 3 dimensions at a time'],
    ['funnel-volume', { by: 'stage' }, 'by: funnel-volume always has stage in its keys'],
    ['funnel-volume', { basis: 'sold' }, 'basis: basis cannot be sold'],
    ['won-revenue', { rep: '' }, 'rep: an empty filter'],
  ])('to %s with %j is refused', (kpi, params, problem) => {
    expect(refused(kpi, params)).toBe(problem);
  });

  it('that is refused hears what is allowed', () => {
    expect(parse('funnel-volume', { basis: 'sold' })).toMatchObject({ ok: false, allowed: ['entered', 'stock'] });
    expect(parse('rep-activity', { by: 'colour' })).toMatchObject({ allowed: expect.arrayContaining(['rep', 'outcome', 'direction']) });
    expect(parse('funnel-volume', { by: 'stage' })).toMatchObject({ allowed: expect.not.arrayContaining(['stage']) });
    expect(parse('won-revenue', { window: '7d', from: '2026-11-01' })).toMatchObject({ allowed: ['window alone', 'from and to alone'] });
    expect(parse('won-revenue', { from: '2026-12-02' })).toMatchObject({ allowed: ['a time at or before it'] });
    expect(parse('won-revenue', { as_of: ['2026-11-01', '2026-11-02'] })).toMatchObject({ allowed: ['once'] });
    expect(parse('won-revenue', { rep: '' })).toMatchObject({
      allowed: ['a value', 'several, separated by commas', 'null for no value'],
    });
  });

  it('that breaks on something else than its parameters is no refusal', () => {
    const broken: Kpi = {
      ...named('won-revenue'),
      shape: () => {
        throw new Error('a fault of ours');
      },
    };
    expect(() => parseAsking(broken, {}, { configuration, now })).toThrow('a fault of ours');
  });
});
