import { readCalendar, readOwnHours, readUse, refusalOfCalendar } from './calendar-entry.js';

const asked = (more: object = {}) => readCalendar({ zone: 'Europe/Madrid', week: { mon: [['09:00', '17:00']] }, ...more });
const problems = (read: ReturnType<typeof readCalendar | typeof readUse | typeof readOwnHours>) =>
  read.ok ? [] : read.problems.map(({ path, problem, reason }) => `${path} ${reason}: ${problem}`);
const ofMonday = (...mon: readonly unknown[]) => problems(asked({ week: { mon } }));

describe('a calendar that somebody sets', () => {
  it('has its intervals in order, its days off by date, and only the days on which it is open', () => {
    const week = {
      mon: [
        ['13:00', '24:00'],
        ['09:00', '13:00'],
      ],
      tue: [],
      sun: [['00:00', '00:01']],
    };
    const holidays = [
      { date: '2026-12-25', name: 'Navidad' },
      { date: '2026-01-01', name: 'Año nuevo' },
      { date: '2026-05-01', name: 'Mayo' },
    ];
    const [last, first, middle] = holidays;
    expect(asked({ week, holidays, effective_from: '2026-11-02T18:00:00Z', judge_history: true })).toEqual({
      ok: true,
      asked: {
        data: {
          zone: 'Europe/Madrid',
          week: {
            mon: [
              ['09:00', '13:00'],
              ['13:00', '24:00'],
            ],
            sun: [['00:00', '00:01']],
          },
          holidays: [first, middle, last],
          effective_from: '2026-11-02T18:00:00.000Z',
        },
        judgesHistory: true,
      },
    });
    const data = { zone: 'Europe/Madrid', week: { mon: [['09:00', '17:00']] }, holidays: [] };
    expect(asked()).toEqual({ ok: true, asked: { data, judgesHistory: false } });
  });

  it('that is never open is refused', () => {
    const never = '$.week closed: is never open, so that no clock would ever run; give the hours of one day at least';
    expect([problems(asked({ week: {} })), problems(asked({ week: { mon: [], sun: [] } }))]).toEqual([[never], [never]]);
  });

  it('is refused for a zone that there is not, and the near ones are named', () => {
    const guess = (zone: string) => problems(asked({ zone }))[0]?.replace(/^\$\.zone zone: .*such as Europe\/Madrid/, '');
    expect([guess('Berlin'), guess(' berlin ')]).toEqual(new Array<string>(2).fill('; did you mean Europe/Berlin?'));
    expect(guess('Europe/New York')).toBe('; did you mean America/New_York?');
    expect(guess('Europe/Madird')).toBe('; did you mean Europe/Madrid?');
    expect([guess('Nowhere at all'), guess('')]).toEqual(['', '']);
    expect(asked({ zone: 'Berlin' })).toMatchObject({ problems: [{ near: ['Europe/Berlin'] }] });
  });

  it('is refused for intervals that overlap, end before they begin, or are none', () => {
    const join = 'join the two, or let one begin when the other ends';
    expect(ofMonday(['11:00', '13:00'], ['09:00', '12:00'])).toEqual([
      `$.week.mon[0] overlap: overlaps the interval 09:00 to 12:00; ${join}`,
    ]);
    // a short one within a long one hides neither it nor the next
    expect(ofMonday(['09:00', '18:00'], ['10:00', '11:00'], ['12:00', '13:00'])).toEqual([
      `$.week.mon[1] overlap: overlaps the interval 09:00 to 18:00; ${join}`,
      `$.week.mon[2] overlap: overlaps the interval 09:00 to 18:00; ${join}`,
    ]);
    expect(ofMonday(['09:00', '12:00'], ['12:00', '13:00'])).toEqual([]);
    expect(ofMonday(['09:00', '09:00'])).toEqual(['$.week.mon[0] empty: ends when it begins; leave it out, or give two times']);
    expect(ofMonday(['18:00', '09:00'])).toEqual([
      '$.week.mon[0] reversed: ends before it begins; over midnight end it at 24:00 and begin the next day at 00:00',
    ]);
    const pair = '$.week.mon[0] shape: must be an interval such as ["09:00","17:00"]';
    for (const none of [['09:00'], ['09:00', '10:00', '11:00'], [9, '10:00'], ['09:00', 10], '09:00', null])
      expect([none, ofMonday(none)]).toEqual([none, [pair]]);
    expect(problems(asked({ week: { mon: 'all day' } }))).toEqual([
      '$.week.mon shape: must be a list of intervals such as ["09:00","17:00"]',
    ]);
    const many = (count: number) => ofMonday(...Array.from({ length: count }, () => ['00:00', '00:00']));
    expect([many(48).length, many(49)]).toEqual([48, ['$.week.mon shape: must have at most 48 intervals']]);
  });

  it('is refused for times that are none, each at its place', () => {
    const late = 'late: lies after 24:00; end the day at 24:00 and put the rest into the next day';
    const none = 'time: must be a time of day, as HH:MM from 00:00 to 24:00';
    expect(ofMonday(['9', '10:00'], ['22:00', '25:30'], ['24:01', '39:59'])).toEqual([
      `$.week.mon[0][0] ${none}`,
      `$.week.mon[1][1] ${late}`,
      `$.week.mon[2][0] ${late}`,
      `$.week.mon[2][1] ${late}`,
    ]);
    for (const time of ['23:60', '25:60', '100:00', '025:00', '25:000', 'noon'])
      expect([time, ofMonday(['00:00', time])]).toEqual([time, [`$.week.mon[0][1] ${none}`]]);
  });

  it('is refused for holidays without a name, of no day, or twice', () => {
    const holidays = [
      { date: '2026-02-30', name: 'x' },
      { date: '2026-12-24', name: 'a' },
      { date: '2026-12-24', name: '' },
      'x',
      null,
      { date: 5, name: 'y' },
      { date: '2026-12-31', name: '' },
      { date: '2026-12-31', name: 'named only here' },
    ];
    expect(problems(asked({ holidays })).map((told) => told.split(':')[0])).toEqual([
      '$.holidays[0].date day',
      '$.holidays[2].name missing',
      '$.holidays[2].date twice',
      '$.holidays[3].name shape',
      '$.holidays[3].date day',
      '$.holidays[4].name shape',
      '$.holidays[4].date day',
      '$.holidays[5].date day',
      '$.holidays[6].name missing',
    ]);
  });

  it('names what has the wrong shape, all at once, and says the first', () => {
    const read = readCalendar({ zone: 5, week: { mo: [] }, effective_from: 'today', colour: 1 });
    const told = problems(read).map((text) => text.split(':')[0]);
    expect(told).toEqual(expect.arrayContaining(['$.zone shape', '$.week.mo shape', '$.effective_from day', '$.colour shape']));
    const refusal = refusalOfCalendar(read.ok ? [] : read.problems);
    expect(refusal.problem).toBe(`${refusal.path} ${refusal.problems[0]?.problem}`);
    expect(refusalOfCalendar([])).toEqual({ problem: '$ cannot be set', path: '$', problems: [] });
  });
});

it('who works when is a calendar or none, and of a rep his days off, each once and in order', () => {
  expect([readUse({ calendar: 'office' }), readUse({ calendar: null })]).toMatchObject([
    { asked: { calendar: 'office' } },
    { asked: { calendar: null } },
  ]);
  expect(problems(readUse({}))).toEqual([expect.stringMatching(/^\$\.calendar shape: /)]);
  expect(readOwnHours({ calendar: null, days_off: ['2026-11-03', '2026-11-02'] })).toEqual({
    ok: true,
    asked: { calendar: null, daysOff: ['2026-11-02', '2026-11-03'] },
  });
  expect(
    problems(readOwnHours({ calendar: null, days_off: ['2026-11-03', 'monday', '2026-11-03'] })).map((told) => told.split(':')[0]),
  ).toEqual(['$.days_off[1] day', '$.days_off[2] twice']);
  expect(problems(readOwnHours({ calendar: 'office' }))).toEqual([expect.stringMatching(/^\$\.days_off shape: /)]);
});
