import fc from 'fast-check';
import { readHolidays } from './read-holidays.js';

const file = (...events: readonly (readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const read = (text: string) => readHolidays(new TextEncoder().encode(text), { first: 2026, last: 2028 });
const datesOf = (...lines: readonly string[]): readonly string[] => {
  const found = read(file(lines));
  if (!found.ok) throw new Error(found.problems.join('; '));
  return found.holidays.map(({ date }) => date);
};
const problemsOf = (text: string): readonly string[] => {
  const found = read(text);
  return found.ok ? [] : found.problems;
};

describe('an all-day event', () => {
  it('is a holiday on each of its days, the last not included, with its name', () => {
    expect(read(file(['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227']))).toEqual({
      ok: true,
      timed: 0,
      holidays: [
        { date: '2026-12-25', name: 'Christmas' },
        { date: '2026-12-26', name: 'Christmas' },
      ],
    });
  });

  it('without an end, or that ends where it begins, is one day; a duration counts days', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20260501')).toEqual(['2026-05-01']);
    expect(datesOf('DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260501')).toEqual(['2026-05-01']);
    expect(datesOf('DTSTART;VALUE=DATE:20260501', 'DURATION:P2D')).toEqual(['2026-05-01', '2026-05-02']);
    expect(datesOf('DTSTART;VALUE=DATE:20281231', 'DURATION:P2D')).toEqual(['2028-12-31']);
  });

  it('has a name of one line; without one it is called holiday', () => {
    const long = 'é'.repeat(250);
    const found = read(
      file(
        ['SUMMARY:Tag der\\nArbeit\\, frei', 'DTSTART;VALUE=DATE:20260501'],
        ['DTSTART;VALUE=DATE:20260502'],
        [`SUMMARY:${long}`, 'DTSTART;VALUE=DATE:20260503'],
      ),
    );
    expect(found).toMatchObject({ holidays: [{ name: 'Tag der Arbeit, frei' }, { name: 'holiday' }, { name: 'é'.repeat(200) }] });
  });

  it('shares a day with another under the name that comes first', () => {
    const [a, b] = [
      ['SUMMARY:B', 'DTSTART;VALUE=DATE:20260501'],
      ['SUMMARY:A', 'DTSTART;VALUE=DATE:20260501'],
    ];
    for (const events of [[a, b] as const, [b, a] as const])
      expect(read(file(...events))).toMatchObject({ holidays: [{ date: '2026-05-01', name: 'A' }] });
  });

  it('that was called off is none, and one with a time of day is counted, but none', () => {
    const found = read(
      file(
        ['DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED'],
        ['DTSTART:20260502T090000Z', 'DTEND:20260502T100000Z'],
        ['DTSTART;TZID=Europe/Berlin:20260502T090000'],
        ['DTSTART;VALUE=DATE:20260503'],
      ),
    );
    expect(found).toEqual({ ok: true, timed: 2, holidays: [{ date: '2026-05-03', name: 'holiday' }] });
  });
});

describe('an event that comes again', () => {
  it('comes in each year that is asked about, whenever it began', () => {
    expect(datesOf('DTSTART;VALUE=DATE:19691225', 'RRULE:FREQ=YEARLY')).toEqual(['2026-12-25', '2027-12-25', '2028-12-25']);
    expect(datesOf('DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')).toEqual([
      '2026-11-26',
      '2027-11-25',
      '2028-11-23',
    ]);
    expect(datesOf('DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20270601')).toEqual([
      '2026-05-25',
      '2027-05-31',
    ]);
  });

  it('leaves out a year that has no such day', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY')).toEqual(['2028-02-29']);
    expect(datesOf('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')).toEqual(['2028-02-29']);
    expect(datesOf('DTSTART;VALUE=DATE:20260228', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1')).toEqual([
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
    expect(datesOf('DTSTART;VALUE=DATE:20260131', 'RRULE:FREQ=MONTHLY;UNTIL=20260531')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
  });

  it('keeps its exceptions and further dates, and dates that another event stands for', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270501', 'RDATE;VALUE=DATE:20270503')).toEqual([
      '2026-05-01',
      '2027-05-03',
      '2028-05-01',
    ]);
    expect(datesOf('DTSTART;VALUE=DATE:20260501', 'RDATE;VALUE=DATE:20270503,20280502')).toEqual([
      '2026-05-01',
      '2027-05-03',
      '2028-05-02',
    ]);
    const moved = read(
      file(
        ['UID:may', 'SUMMARY:May', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY'],
        ['UID:may', 'SUMMARY:May, moved', 'RECURRENCE-ID;VALUE=DATE:20270501', 'DTSTART;VALUE=DATE:20270502'],
        ['UID:may', 'RECURRENCE-ID;VALUE=DATE:20280501', 'DTSTART;VALUE=DATE:20280501', 'STATUS:CANCELLED'],
      ),
    );
    expect(moved).toMatchObject({
      holidays: [
        { date: '2026-05-01', name: 'May' },
        { date: '2027-05-02', name: 'May, moved' },
      ],
    });
  });

  it('by a rule that nothing fits is refused, and does not hang', () => {
    expect(problemsOf(file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']))).toEqual([
      'takes too long to read: it repeats its events by a rule that never comes to an end, or is far too large',
    ]);
  }, 20_000);
});

describe('a file that is not right', () => {
  it.each(['', 'hello', '<!doctype html><html></html>', '{"a": 1}', 'BEGIN:VCARD\r\nEND:VCARD\r\n'])('%j is no iCal file', (text) => {
    expect(problemsOf(text)).toEqual(['is no iCal file: it must begin with BEGIN:VCALENDAR']);
  });

  it('is named as cut off, or as written in another encoding', () => {
    const whole = file(['DTSTART;VALUE=DATE:20260501']);
    expect(problemsOf(whole.slice(0, -20))).toEqual([expect.stringMatching(/^is no iCal file: .*did not end/)]);
    expect(readHolidays(Uint8Array.from([0x42, 0xe9, 0x0a]), { first: 2026, last: 2028 })).toEqual({
      ok: false,
      problems: ['is not in UTF-8: save it as UTF-8'],
    });
  });

  it('may begin with a mark of its encoding, and hold several calendars', () => {
    const two = file(['DTSTART;VALUE=DATE:20260501']) + file(['DTSTART;VALUE=DATE:20260502']);
    expect(read(`\ufeff${two}`)).toMatchObject({ holidays: [{ date: '2026-05-01' }, { date: '2026-05-02' }] });
  });

  it('is answered with what is wrong, wherever it is cut or broken', () => {
    const lines = file(
      ['UID:a', 'SUMMARY:A', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260502', 'EXDATE;VALUE=DATE:20270501'],
      ['UID:b', 'RECURRENCE-ID;VALUE=DATE:20270501', 'DTSTART;VALUE=DATE:20270502', 'RDATE;VALUE=DATE:20280502', 'STATUS:CONFIRMED'],
    ).split('\r\n');
    const parts = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...lines) }, fc.string()), { maxLength: 30 });
    const broken = fc.tuple(fc.nat(400), fc.string({ maxLength: 8 }), fc.nat(8)).map(([at, put, left]) => {
      const whole = lines.join('\r\n');
      return whole.slice(0, at) + put + whole.slice(at + left);
    });
    const inCalendar = parts.map((all) => ['BEGIN:VCALENDAR', ...all].join('\r\n'));
    fc.assert(
      fc.property(fc.oneof(broken, inCalendar), (text) => {
        const found = read(text);
        return found.ok ? found.holidays.length > 0 : found.problems.length > 0;
      }),
      { numRuns: 300 },
    );
  });

  it('has all its mistakes named at once, each with its event', () => {
    const text = file(
      ['SUMMARY:A', 'DTSTART;VALUE=DATE:20260231'],
      ['SUMMARY:B'],
      ['SUMMARY:C', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260430'],
      ['SUMMARY:D', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20280430'],
      ['SUMMARY:E', 'DTSTART;VALUE=DATE:20260501'],
    );
    expect(problemsOf(text)).toEqual([
      'event 1 (A): DTSTART: 2026-02-31 is no day',
      'event 2 (B): DTSTART: is missing',
      'event 3 (C): it ends -1 days after it begins; allowed: 1 to 366',
      'event 4 (D): it ends 730 days after it begins; allowed: 1 to 366',
    ]);
  });

  it('without a holiday in these years is refused: an empty copy takes no holiday away', () => {
    expect(problemsOf(file(['DTSTART;VALUE=DATE:20250501']))).toEqual(['holds no all-day event from 2026 to 2028']);
    expect(problemsOf(file(['DTSTART:20260501T090000Z']))).toEqual(['holds no all-day event from 2026 to 2028, but 1 with a time of day']);
  });
});
