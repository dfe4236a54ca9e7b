import type { DataOf } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { readOwnHours, readUse } from './calendar-entry.js';
import { type HoursPlan, planRep, planSite, planTeam, siteEdit } from './plan-calendar.js';
import { editOf, setBy } from './versions-ahead.js';

type Events = readonly LeadclockEvent[];

const from = (time: string) => ({ effective_from: writeInstant(at(time)) });
const calendar = (id: string): Story =>
  subject(id).tell('calendar.set', '07:00', { zone: 'UTC', week: { mon: [['09:00', '17:00']] }, holidays: [] });
const calendars: Events = [...calendar('office').events, ...calendar('night').events];
const team = (id: string, more: Partial<DataOf<'team.set'>> = {}): Story => subject(id).tell('team.set', '08:00', { name: id, ...more });
const ana: DataOf<'rep.set'> = { name: 'Ana', team: 'north', active: true };
const rep = (more: Partial<DataOf<'rep.set'>> = {}): Story => subject('ana').tell('rep.set', '08:00', { ...ana, ...more });
/** Two versions: that of eight, and what comes at six in the evening. */
const teamThatChanges = (now: Partial<DataOf<'team.set'>>, then: Partial<DataOf<'team.set'>>): Events =>
  team('north', now).tell('team.set', '09:00', { name: 'North', ...then, ...from('18:00') }).events;

interface Occasion {
  readonly time?: string;
  readonly seen?: string;
}

const teamEdit = (events: Events) => editOf(setBy(events, 'team.set', 'north'));
const repEdit = (events: Events) => editOf(setBy(events, 'rep.set', 'ana'));

/** Somebody gives the team north a calendar at noon, having seen how it stands. */
function forTeam(events: Events, id: string | null, { time = '12:00', seen = teamEdit(events) }: Occasion = {}): HoursPlan {
  const read = readUse({ calendar: id });
  return read.ok ? planTeam('north', read.asked, { events, at: at(time), seen }) : { kind: 'problems', problems: read.problems };
}
function forSite(events: Events, id: string | null, { time = '12:00', seen = siteEdit(events) }: Occasion = {}): HoursPlan {
  const read = readUse({ calendar: id });
  return read.ok ? planSite(read.asked, { events, at: at(time), seen }) : { kind: 'problems', problems: read.problems };
}
function forRep(events: Events, body: object, { time = '12:00', seen = repEdit(events) }: Occasion = {}): HoursPlan {
  const read = readOwnHours({ calendar: null, days_off: [], ...body });
  return read.ok ? planRep('ana', read.asked, { events, at: at(time), seen }) : { kind: 'problems', problems: read.problems };
}
/** What is told, of whom; a refusal as its texts. */
function said(plan: HoursPlan): readonly unknown[] {
  if (plan.kind === 'problems') return plan.problems.map(({ path, reason, problem }) => `${path} ${reason}: ${problem}`);
  return plan.kind === 'told' ? plan.told.map(({ type, subject: of, data }) => [type, of, data]) : [plan];
}
/** The log once what is told has been recorded. */
const after = (events: Events, plan: HoursPlan, time = '12:00'): Events => [
  ...events,
  ...(plan.kind === 'told' ? plan.told : []).map((told, i): LeadclockEvent => {
    return { ...told, id: `${time}-${i}`, source: '/t', time: at(time), recordedTime: at(time), historical: false };
  }),
];

const unknown = '$.calendar unknown: is none that was set; calendars are night, office';

describe('the calendar of a team', () => {
  it('is told beside what else is known of it; none takes it away', () => {
    const north = [...calendars, ...team('north').events];
    expect(said(forTeam(north, 'office'))).toEqual([['team.set', 'north', { name: 'north', calendar: 'office' }]]);
    const set = after(north, forTeam(north, 'office'));
    expect(said(forTeam(set, null, { time: '13:00' }))).toEqual([['team.set', 'north', { name: 'north' }]]);
  });

  it('is nothing new where it stands, nor is none where there is none', () => {
    const north = [...calendars, ...team('north').events];
    expect(said(forTeam(north, null))).toEqual([]);
    const set = after(north, forTeam(north, 'office'));
    expect(said(forTeam(set, 'office', { time: '13:00' }))).toEqual([]);
  });

  it('holds now and in what is set for later; each version keeps its name and its day', () => {
    const events = [...calendars, ...teamThatChanges({}, { calendar: 'night' })];
    expect(said(forTeam(events, 'office'))).toEqual([
      ['team.set', 'north', { name: 'north', calendar: 'office' }],
      ['team.set', 'north', { name: 'North', calendar: 'office', ...from('18:00') }],
    ]);
    // from that instant on the later one is the one of now
    expect(said(forTeam(events, 'office', { time: '18:00' }))).toEqual([['team.set', 'north', { name: 'North', calendar: 'office' }]]);
    expect(said(forTeam(events, 'office', { time: '17:59:59' }))).toHaveLength(2);
    expect(said(forTeam(after(events, forTeam(events, 'office')), 'office', { time: '13:00' }))).toEqual([]);
  });

  it('is told for the versions that lack it alone', () => {
    const later = [...calendars, ...teamThatChanges({ calendar: 'night' }, {})];
    expect(said(forTeam(later, 'night'))).toEqual([['team.set', 'north', { name: 'North', calendar: 'night', ...from('18:00') }]]);
    expect(said(forTeam(later, null))).toEqual([['team.set', 'north', { name: 'north' }]]);
  });

  it('is that of a team that there is, as who sets it has seen it', () => {
    expect(forTeam([...calendars, ...team('south').events], 'office', { seen: '0' })).toEqual({ kind: 'missing' });
    const north = [...calendars, ...team('north').events];
    expect(forTeam(north, 'office', { seen: '0' })).toEqual({ kind: 'changed', edit: teamEdit(north) });
    expect(forTeam(north, 'nowhere', { seen: 'abc' })).toEqual({ kind: 'changed', edit: teamEdit(north) });
    // another team's change is none of this one
    expect(said(forTeam([...north, ...team('south').events], 'office', { seen: teamEdit(north) }))).toHaveLength(1);
  });

  it('is one that was set; which there are is said', () => {
    const north = team('north').events;
    expect(said(forTeam([...calendars, ...north], 'offices'))).toEqual([unknown]);
    expect(forTeam([...calendars, ...north], 'offices')).toMatchObject({ problems: [{ near: ['night', 'office'] }] });
    expect(said(forTeam([...calendars, ...north], 'toString'))).toEqual([unknown]);
    expect(said(forTeam(north, 'office'))).toEqual(['$.calendar unknown: is none that was set; there are none yet']);
    const back = calendar('office').takenBack('07:30', 'e1').events;
    expect(said(forTeam([...back, ...north], 'office'))).toEqual(['$.calendar unknown: is none that was set; there are none yet']);
  });
});

describe('one calendar for all teams', () => {
  const teams = [...calendars, ...team('south', { calendar: 'office' }).events, ...team('north').events];

  it('is told of each that lacks it, and then of none', () => {
    expect(said(forSite(teams, 'office'))).toEqual([['team.set', 'north', { name: 'north', calendar: 'office' }]]);
    expect(said(forSite(teams, 'night'))).toEqual([
      ['team.set', 'north', { name: 'north', calendar: 'night' }],
      ['team.set', 'south', { name: 'south', calendar: 'night' }],
    ]);
    expect(said(forSite(after(teams, forSite(teams, 'night')), 'night', { time: '13:00' }))).toEqual([]);
    expect(said(forSite(teams, null))).toEqual([['team.set', 'south', { name: 'south' }]]);
  });

  it('is not written over a change of any of them', () => {
    const seen = siteEdit(teams);
    const changed = after(teams, forTeam(teams, 'night'));
    expect(siteEdit(changed)).not.toBe(seen);
    expect(forSite(changed, 'office', { seen })).toEqual({ kind: 'changed', edit: siteEdit(changed) });
    expect(forSite(changed, 'nowhere', { seen })).toEqual({ kind: 'changed', edit: siteEdit(changed) });
    expect(siteEdit([...teams, ...rep().events, ...calendar('new').events])).toBe(seen);
  });

  it('asks for teams, and for a calendar that was set', () => {
    expect(siteEdit(calendars)).toBe('0');
    expect(forSite(calendars, 'office')).toEqual({ kind: 'missing' });
    expect(said(forSite(teams, 'nowhere'))).toEqual([unknown]);
  });
});

describe('the hours of a rep', () => {
  const known = [...calendars, ...rep().events];

  it('are a calendar and days off, beside what else is known of him', () => {
    expect(said(forRep(known, { calendar: 'office', days_off: ['2026-11-04', '2026-11-03'] }))).toEqual([
      ['rep.set', 'ana', { ...ana, calendar: 'office', days_off: ['2026-11-03', '2026-11-04'] }],
    ]);
    const full = [...calendars, ...rep({ calendar: 'office', days_off: ['2026-11-03'], active: false }).events];
    expect(said(forRep(full, {}))).toEqual([['rep.set', 'ana', { ...ana, active: false }]]);
    expect(said(forRep(full, { days_off: ['2026-11-03'] }))).toEqual([
      ['rep.set', 'ana', { ...ana, active: false, days_off: ['2026-11-03'] }],
    ]);
    expect(said(forRep(full, { calendar: 'office' }))).toEqual([['rep.set', 'ana', { ...ana, active: false, calendar: 'office' }]]);
  });

  it('are nothing new where they stand, in whatever order the days were told', () => {
    expect(said(forRep(known, {}))).toEqual([]);
    const same = { calendar: 'night', days_off: ['2026-11-05', '2026-11-03'] };
    expect(said(forRep([...calendars, ...rep(same).events], same))).toEqual([]);
    expect(said(forRep(after(known, forRep(known, same)), same, { time: '13:00' }))).toEqual([]);
  });

  it('hold now and in what is set for later, with the team of then', () => {
    const events = [...calendars, ...rep().tell('rep.set', '09:00', { ...ana, team: 'south', ...from('18:00') }).events];
    const off = { days_off: ['2026-11-03'] };
    expect(said(forRep(events, off))).toEqual([
      ['rep.set', 'ana', { ...ana, ...off }],
      ['rep.set', 'ana', { ...ana, team: 'south', ...off, ...from('18:00') }],
    ]);
    expect(said(forRep(events, off, { time: '18:00' }))).toEqual([['rep.set', 'ana', { ...ana, team: 'south', ...off }]]);
  });

  it('are those of a rep that there is, as who sets them has seen him', () => {
    expect(forRep(calendars, {}, { seen: '0' })).toEqual({ kind: 'missing' });
    expect(forRep(known, { calendar: 'office' }, { seen: '0' })).toEqual({ kind: 'changed', edit: repEdit(known) });
    expect(forRep(known, { calendar: 'nowhere' }, { seen: 'abc' })).toEqual({ kind: 'changed', edit: repEdit(known) });
  });

  it('are refused for a calendar that there is not, and for days that are none or named twice', () => {
    expect(said(forRep(known, { calendar: 'nowhere', days_off: ['2026-11-03'] }))).toEqual([unknown]);
    expect(said(forRep(known, { days_off: ['2026-02-30', '2026-11-03', '2026-11-03'] }))).toEqual([
      '$.days_off[0] day: must be a day that exists, as YYYY-MM-DD, such as 2026-11-01',
      '$.days_off[2] twice: is named twice; keep one of the two',
    ]);
  });
});
