import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import type { RepStatus } from './availability.js';
import { nextByRota } from './rota.js';

const rep = (id: string, more: Readonly<Record<string, unknown>> = {}): Story =>
  subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true, ...more });
const floor = [rep('ana'), rep('luis'), rep('zoe')];

interface Asked {
  readonly last?: string | null;
  readonly statuses?: Readonly<Record<string, RepStatus>>;
  readonly time?: string;
  readonly except?: string | null;
}
const next = (configured: readonly Story[], { last = null, statuses = {}, time = '12:00', except = null }: Asked = {}) =>
  nextByRota(
    buildConfiguration(configured.flatMap(({ events }) => events)),
    'north',
    { last, statuses: new Map(Object.entries(statuses)) },
    at(time),
    except,
  );

describe('whose turn it is', () => {
  it('is the first by id, then one after the other, then the first again', () => {
    expect(next(floor)).toBe('ana');
    expect(next(floor, { last: 'ana' })).toBe('luis');
    expect(next(floor, { last: 'zoe' })).toBe('ana');
  });

  it('goes on behind one who has left', () => {
    expect(next(floor, { last: 'bob' })).toBe('luis');
    expect(next([rep('ana'), rep('luis', { active: false }), rep('zoe')], { last: 'ana' })).toBe('zoe');
  });

  it('is never that of who has the lead, and that of who had the last turn only when nobody else can', () => {
    expect(next(floor, { except: 'ana' })).toBe('luis');
    expect(next(floor, { last: 'ana', statuses: { luis: 'away', zoe: 'on_call' } })).toBe('ana');
    expect(next(floor, { last: 'ana', statuses: { luis: 'away', zoe: 'on_call' }, except: 'ana' })).toBeNull();
  });

  it('is nobody’s in a team without reps', () => {
    expect(next([])).toBeNull();
    expect(next([rep('ana', { team: 'south' })])).toBeNull();
  });

  it('passes over who is off that day, by the site’s zone, or out of hours, his own or his team’s', () => {
    const site = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'Asia/Tokyo', locale: 'en-GB', currency: 'EUR' });
    // 2 November 12:00 UTC is still the second in Tokyo, 16:00 UTC is the third
    expect(next([site, rep('ana', { days_off: ['2026-11-02'] }), rep('luis')])).toBe('luis');
    expect(next([site, rep('ana', { days_off: ['2026-11-02'] }), rep('luis')], { time: '16:00' })).toBe('ana');
    const morning = subject('morning').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:00', '12:00']] }, holidays: [] });
    expect(next([morning, rep('ana', { calendar: 'morning' }), rep('luis')], { time: '11:59' })).toBe('ana');
    expect(next([morning, rep('ana', { calendar: 'morning' }), rep('luis')])).toBe('luis');
    const team = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'morning' });
    expect(next([morning, team, ...floor])).toBeNull();
    expect(next([morning, team, ...floor], { time: '11:59' })).toBe('ana');
  });

  it('counts who is in the team now, not who was or will be', () => {
    const moved = rep('ana').tell('rep.set', '13:00', { name: 'ana', team: 'south', active: true });
    expect(next([moved, rep('luis')])).toBe('ana');
    expect(next([moved, rep('luis')], { time: '13:00' })).toBe('luis');
  });
});
