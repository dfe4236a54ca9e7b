import type { DataOf } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { readCalendar } from './calendar-entry.js';
import { importSource } from './holidays-named-by.js';
import { calendarEdit, type HoursPlan, planCalendar } from './plan-calendar.js';
import { editOf, setBy } from './versions-ahead.js';

type Calendar = DataOf<'calendar.set'>;

const [navidad, reyes, mayo] = [
  { date: '2026-12-25', name: 'Navidad' },
  { date: '2027-01-06', name: 'Reyes' },
  { date: '2027-05-01', name: 'Mayo' },
];
const nine: Calendar['week'] = { mon: [['09:00', '17:00']] };
const ten: Calendar['week'] = { mon: [['10:00', '18:00']] };
const calendar = (more: Partial<Calendar> = {}): Calendar => ({ zone: 'Europe/Madrid', week: nine, holidays: [], ...more });
const from = (time: string) => ({ effective_from: writeInstant(at(time)) });
/** The calendar, set at eight. */
const office = subject('office').tell('calendar.set', '08:00', calendar(), { id: 'a' });
/** … and other hours that come at six in the evening. */
const coming = office.tell('calendar.set', '09:00', calendar({ week: ten, ...from('18:00') }), { id: 'b' });
const cameIn = { id: 'i', source: `${importSource}feed` };

interface Occasion {
  readonly time?: string;
  readonly seen?: string;
}

/** Somebody sets the calendar to the body, at noon, and has seen how it stands. */
function asked(events: readonly LeadclockEvent[], body: object, { time = '12:00', seen }: Occasion = {}): HoursPlan {
  const read = readCalendar(body);
  if (!read.ok) return { kind: 'problems', problems: read.problems };
  return planCalendar('office', read.asked, { events, at: at(time), seen: seen ?? calendarEdit(events, 'office') });
}
/** What is told of the calendar; a refusal as its places and reasons. */
function told(...of: Parameters<typeof asked>): readonly unknown[] {
  const plan = asked(...of);
  if (plan.kind === 'problems') return plan.problems.map(({ path, reason }) => `${path} ${reason}`);
  return plan.kind === 'told' ? plan.told.map(({ data }) => data) : [plan];
}
/** The log once what is told has been recorded. */
function after(events: readonly LeadclockEvent[], body: object, occasion: Occasion = {}): readonly LeadclockEvent[] {
  const plan = asked(events, body, occasion);
  if (plan.kind !== 'told') throw new Error(plan.kind);
  const time = at(occasion.time ?? '12:00');
  return [
    ...events,
    ...plan.told.map((one, i): LeadclockEvent => {
      return { ...one, id: `${time}-${i}`, source: '/leadclock/calendars', time, recordedTime: time, historical: false };
    }),
  ];
}

describe('a calendar that there is not yet', () => {
  it('is told as it is asked for, from now on', () => {
    expect(asked([], calendar({ holidays: [reyes, navidad] }), { seen: '0' })).toEqual({
      kind: 'told',
      told: [{ type: 'calendar.set', subject: 'office', data: calendar({ holidays: [navidad, reyes] }) }],
    });
  });

  it('may begin on a day that has passed: no clock has run by it', () => {
    expect(told([], calendar(from('11:00')), { seen: '0' })).toEqual([calendar(from('11:00'))]);
  });

  it('is also one whose only event was taken back, and one beside another', () => {
    const back = office.takenBack('09:00', 'a').events;
    const warehouse = subject('warehouse').tell('calendar.set', '08:00', calendar()).events;
    expect([calendarEdit(back, 'office'), calendarEdit(warehouse, 'office')]).toEqual(['0', '0']);
    expect([told(back, calendar()), told(warehouse, calendar())]).toEqual([[calendar()], [calendar()]]);
  });

  it('is set by one of two who have both seen none', () => {
    const first = after([], calendar(), { seen: '0' });
    expect(asked(first, calendar({ week: ten }), { seen: '0' })).toEqual({ kind: 'changed', edit: calendarEdit(first, 'office') });
    expect(asked([], calendar(), { seen: 'abc' })).toEqual({ kind: 'changed', edit: '0' });
  });
});

describe('a calendar that somebody changes', () => {
  it('stays as it is when it is set to the same, however often', () => {
    const holidays = [navidad];
    const once = after(office.events, calendar({ holidays }));
    expect(once).toHaveLength(2);
    expect(asked(once, calendar({ holidays }))).toEqual({ kind: 'told', told: [] });
    expect(told(once, calendar({ holidays }))).toEqual([]);
    expect(told(once, calendar({ holidays }), { time: 'tue 12:00' })).toEqual([]);
  });

  it('is told for any part of it that is another: a minute, a weekday, the zone, a holiday or its name', () => {
    const standing = after(office.events, calendar({ holidays: [navidad] }));
    for (const other of [
      { week: { mon: [['09:00', '17:01']] } },
      { week: { tue: [['09:00', '17:00']] } },
      { zone: 'Europe/Berlin' },
      { holidays: [] },
      { holidays: [{ ...navidad, name: 'Christmas' }] },
      { holidays: [{ ...navidad, date: '2026-12-26' }] },
    ]) {
      const body = { ...calendar({ holidays: [navidad] }), ...other };
      expect(told(standing, body)).toEqual([body]);
    }
  });

  it('is not written over by who has not seen its last change', () => {
    const seen = calendarEdit(office.events, 'office');
    const changed = after(office.events, calendar({ week: ten }));
    const edit = editOf(setBy(changed, 'calendar.set', 'office'));
    expect(edit).not.toBe(seen);
    expect(asked(changed, calendar({ zone: 'UTC' }), { seen })).toEqual({ kind: 'changed', edit });
    // also not by a day that has passed, and not by the same
    expect(asked(changed, calendar(from('11:00')), { seen })).toEqual({ kind: 'changed', edit });
    expect(asked(changed, calendar({ week: ten }), { seen })).toEqual({ kind: 'changed', edit });
    expect(told(changed, calendar(), { seen: edit })).toEqual([calendar()]);
  });

  it('has intervals that touch, but none that overlap, end before they begin, or are in no zone', () => {
    const week = (...mon: [string, string][]) => ({ ...calendar(), week: { mon } });
    expect(told(office.events, week(['09:00', '13:00'], ['13:00', '17:00']))).toEqual([week(['09:00', '13:00'], ['13:00', '17:00'])]);
    expect(told(office.events, week(['09:00', '13:01'], ['13:00', '17:00']))).toEqual(['$.week.mon[1] overlap']);
    expect(told(office.events, { ...week(['17:00', '09:00']), zone: 'Madrid' })).toEqual(['$.zone zone', '$.week.mon[0] reversed']);
  });
});

describe('a calendar from a day on', () => {
  it('that has passed is refused at that field, to the millisecond, unless history is to be judged anew', () => {
    const late = calendar({ week: ten, ...from('11:59:59.999') });
    expect(asked(office.events, late)).toEqual({
      kind: 'problems',
      problems: [
        {
          path: '$.effective_from',
          reason: 'past',
          problem:
            'lies in the past: leads that have come since would be judged anew; leave it out, or say that history is to be judged anew',
        },
      ],
    });
    expect(told(office.events, { ...late, judge_history: true })).toEqual([late]);
    expect(told(office.events, calendar({ week: ten, ...from('12:00') }))).toEqual([calendar({ week: ten, ...from('12:00') })]);
  });

  it('is nothing new when that very version stands, before that day and after it', () => {
    const evening = calendar({ week: ten, ...from('18:00') });
    const set = after(office.events, evening);
    for (const time of ['12:00', '17:59', '18:00', 'tue 09:00']) expect([time, told(set, evening, { time })]).toEqual([time, []]);
    // other hours from that day on, after it, would judge anew
    expect(told(set, calendar({ week: nine, ...from('18:00') }), { time: '18:01' })).toEqual(['$.effective_from past']);
  });

  it('is another version than the same hours from another day on', () => {
    for (const time of ['17:00', '19:00'])
      expect(told(coming.events, calendar({ week: ten, ...from(time) }))).toEqual([calendar({ week: ten, ...from(time) })]);
    expect(told(office.events, calendar(from('18:00')))).toEqual([calendar(from('18:00'))]);
  });
});

describe('a calendar whose hours change later', () => {
  it('is compared with what holds when the change takes effect', () => {
    expect(told(coming.events, calendar())).toEqual([]);
    expect(told(coming.events, calendar({ week: ten }))).toEqual([calendar({ week: ten })]);
    expect(told(coming.events, calendar({ week: ten }), { time: '17:59:59' })).toEqual([calendar({ week: ten })]);
    expect(told(coming.events, calendar({ week: ten }), { time: '18:00' })).toEqual([]);
    expect(told(coming.events, calendar(), { time: '18:00' })).toEqual([calendar()]);
  });

  it('keeps what came in from files for that day, not for today', () => {
    const events = office
      .tell('calendar.set', '09:00', calendar({ holidays: [navidad] }), cameIn)
      .tell('calendar.set', '09:01', calendar({ holidays: [reyes], ...from('18:00') }), { id: 'j', source: `${importSource}other` }).events;
    const holidays = (time: string) => told(events, calendar({ week: ten, ...from(time) }));
    expect(holidays('13:00')).toEqual([calendar({ week: ten, holidays: [navidad], ...from('13:00') })]);
    expect(holidays('19:00')).toEqual([calendar({ week: ten, holidays: [reyes], ...from('19:00') })]);
  });

  it('keeps for a day that has passed what files named then, also what they have left out since', () => {
    const events = office
      .tell('calendar.set', '09:00', calendar({ holidays: [navidad] }), cameIn)
      .tell('calendar.set', '11:00', calendar({ holidays: [reyes] }), { ...cameIn, id: 'j' }).events;
    const holidays = (time: string) => told(events, { ...calendar({ week: ten, ...from(time) }), judge_history: true });
    expect(holidays('10:00')).toEqual([calendar({ week: ten, holidays: [navidad], ...from('10:00') })]);
    expect(holidays('11:00')).toEqual([calendar({ week: ten, holidays: [reyes], ...from('11:00') })]);
    expect(holidays('08:30')).toEqual([calendar({ week: ten, ...from('08:30') })]);
  });
});

describe('the holidays of a calendar', () => {
  const fed = office.tell('calendar.set', '09:00', calendar({ holidays: [reyes] }), cameIn);

  it('that came in from a file stay, by date among those that are entered, and are called as they came in', () => {
    const entered = [mayo, navidad, { ...reyes, name: 'Kings' }];
    expect(told(fed.events, calendar({ holidays: entered }))).toEqual([calendar({ holidays: [navidad, reyes, mayo] })]);
    expect(told(fed.events, calendar())).toEqual([]);
  });

  it('that were entered are gone when they are left out, also if a file has named them since', () => {
    const entered = after(office.events, calendar({ holidays: [navidad, mayo] }), { time: '08:30' });
    const named = subject('office').tell('calendar.set', '09:00', calendar({ holidays: [navidad, reyes, mayo] }), cameIn).events;
    expect(told([...entered, ...named], calendar({ holidays: [mayo] }))).toEqual([calendar({ holidays: [reyes, mayo] })]);
  });

  it('are no change to who edits it while they come in from files, but they are when a person enters them', () => {
    const edit = calendarEdit(office.events, 'office');
    expect(calendarEdit(fed.events, 'office')).toBe(edit);
    expect(told(fed.events, calendar({ week: ten }), { seen: edit })).toEqual([calendar({ week: ten, holidays: [reyes] })]);
    const by = office.tell('calendar.set', '09:00', calendar({ holidays: [reyes] }), { id: 'p', source: `/other${importSource}` });
    expect(calendarEdit(by.events, 'office')).not.toBe(edit);
    // and what a person entered is his to leave out
    expect(told(by.events, calendar())).toEqual([calendar()]);
  });
});
