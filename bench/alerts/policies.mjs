import { idOf } from '../projector/random.mjs';
import { FAR_S, SCREEN, siteOf, source, TARGET_MS } from './floor.mjs';

const ZONES = ['Europe/Berlin', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];
const CALENDARS = 10;
const POLICIES = 50;
const HALF = POLICIES / 2;
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HOLIDAYS = Array.from({ length: 20 }, (_, day) => ({ date: `2020-01-${String(day + 1).padStart(2, '0')}`, name: `Day ${day}` }));

const everyDay = (intervals) => Object.fromEntries(week.map((day) => [day, intervals]));
const at = (hour) => `${String(hour).padStart(2, '0')}:30`;

/** Open round the clock, as two intervals a day with a holiday now and then, so that it is counted on a calendar and a deadline is still where it is sent. */
const round = (n) =>
  everyDay([
    ['00:00', at(8 + n)],
    [at(8 + n), '24:00'],
  ]);
/** As an office is: a break at noon, an hour less on Friday, closed at night and at the weekend. */
const office = (n) => ({
  ...everyDay([
    [at(7 + (n % 3)), '13:00'],
    ['14:00', at(17 + (n % 3))],
  ]),
  fri: [[at(7), at(14)]],
  sat: [],
  sun: [],
});

const calendar = (n) => ({
  type: 'calendar.set',
  subject: `calendar-${n}`,
  data: { zone: ZONES[n % ZONES.length], week: n < CALENDARS / 2 ? round(n) : office(n), holidays: HOLIDAYS },
});

const late = { id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner', 'manager'], repeat_s: 3600, repeat_max: 3 };
const soon = { id: 'soon', clock: 'lead', of: 'answer', at_s: -3600, notify: ['owner'] };

/** The second half gives leads of the telephone a day of office hours, and tells of each twice: two clocks a lead, open all the time. */
const policy = (n) => ({
  type: 'policy.set',
  subject: `policy-${n}`,
  data: {
    order: n + 1,
    calendar: `calendar-${(n % (CALENDARS / 2)) + (n < HALF ? 0 : CALENDARS / 2)}`,
    match: { origin: [`origin-${n % HALF}`], channel: [n < HALF ? 'web' : 'phone'] },
    targets: { answer_s: n < HALF ? TARGET_MS / 1000 : FAR_S },
    steps: n < HALF ? [late] : [soon, late],
  },
});

const originOf = (event, i) => ({ ...event, data: { ...event.data, origin: `origin-${i % HALF}` } });

/** Fifty policies with calendars: each lead is judged by one of them, by where it came from. */
export const fiftyPolicies = {
  configuration: (now) =>
    [
      ...siteOf(SCREEN),
      ...Array.from({ length: CALENDARS }, (_, n) => calendar(n)),
      ...Array.from({ length: POLICIES }, (_, n) => policy(n)),
    ].map((event, i) => ({
      id: idOf('config', i),
      source,
      time: now - 30 * FAR_S * 1000,
      recordedTime: now - 30 * FAR_S * 1000,
      historical: false,
      ...event,
    })),
  /** of a lead that waits long */
  clocksOfFar: 2,
  /** gives an event of the plain floor the origin by which its policy is found */
  event: (event, i) => (event.type === 'lead.created' ? originOf(event, i) : event),
};
