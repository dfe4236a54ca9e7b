import {
  alsoClosed,
  aroundTheClock,
  copyDay,
  draftOf,
  hoursOf,
  isSameDraft,
  newCalendar,
  newInterval,
  writtenOf,
} from './calendar-draft.js';

const office = {
  zone: 'Europe/Berlin',
  week: { mon: [['09:00', '13:00'] as [string, string], ['14:00', '18:00'] as [string, string]] },
  holidays: [
    { date: '2026-12-24', name: 'Eve', by: null },
    { date: '2026-12-25', name: 'Christmas', by: 'file' },
  ],
};

it('what is written is what was read, but for days that files brought', () => {
  const draft = draftOf('office', office, null);
  expect(writtenOf(draft)).toEqual({
    zone: 'Europe/Berlin',
    week: { ...office.week, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    holidays: [{ date: '2026-12-24', name: 'Eve' }],
  });
  expect(isSameDraft(draft, draftOf('office', office, null))).toBe(true);
  expect(isSameDraft(draft, draftOf('office', { ...office, week: {} }, null))).toBe(false);
  expect(isSameDraft(draft, { ...draft, judgesHistory: true })).toBe(false);
});

it('when it comes into force is told, and that it judges history only together with that', () => {
  const draft = { ...draftOf('office', office, '2027-01-01T00:00:00Z'), judgesHistory: true };
  expect(writtenOf(draft)).toMatchObject({ effective_from: '2027-01-01T00:00:00Z', judge_history: true });
  expect(writtenOf({ ...draft, from: null })).not.toHaveProperty('judge_history');
  expect(writtenOf({ ...draft, judgesHistory: false })).not.toHaveProperty('judge_history');
});

it('a new calendar has the hours of an office, and any other with one step', () => {
  const { week } = newCalendar('UTC');
  expect(hoursOf(week)).toMatchObject({ mon: [['09:00', '18:00']], fri: [['09:00', '18:00']], sat: [], sun: [] });
  expect(hoursOf(aroundTheClock())).toMatchObject({ mon: [['00:00', '24:00']], sun: [['00:00', '24:00']] });
});

it('hours of a day are copied to others, not to itself, as rows of their own', () => {
  const { week } = newCalendar('UTC');
  const split = { ...week, mon: [newInterval('8', '12'), newInterval('13', '17')] };
  const copied = copyDay(split, 'mon', ['mon', 'tue', 'sun']);
  const hours = [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ];
  expect(hoursOf(copied)).toMatchObject({ mon: hours, tue: hours, wed: [['09:00', '18:00']], sat: [], sun: hours });
  expect(copied.mon).toBe(split.mon);
  expect(new Set([...copied.mon, ...copied.tue, ...copied.sun].map(({ key }) => key)).size).toBe(6);
});

it('what files brought is closed too, once', () => {
  expect(alsoClosed(office.holidays, [{ key: 'k', date: '2026-12-25', name: 'mine' }])).toEqual([]);
  expect(alsoClosed(office.holidays, []).map(({ name }) => name)).toEqual(['Christmas']);
});
