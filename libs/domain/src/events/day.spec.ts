import { z } from 'zod';
import { Day, Period, TimeOfDay } from './day.js';

const problemOf = (schema: z.ZodType, value: unknown) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue === undefined ? null : `${issue.path.join('.')} ${issue.message}`;
};

describe('a day', () => {
  it.each(['2026-11-01', '1900-01-01', '9999-12-31', '2028-02-29'])('may be %s', (day) => {
    expect(Day.safeParse(day)).toEqual({ success: true, data: day });
  });

  it.each([
    '',
    '2026-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '1899-12-31',
    '2026-1-1',
    '2026-11-01T00:00',
    ' 2026-11-01',
    '12026-11-01',
  ])('is not %j', (day) => {
    expect(problemOf(Day, day)).toBe(' must be a day that exists, as YYYY-MM-DD, such as 2026-11-01');
  });

  it('says its form to who sends it', () => {
    expect(z.toJSONSchema(Day)).toMatchObject({ type: 'string', format: 'date' });
  });
});

describe('a period', () => {
  it('has a first and a last day, which may be the same', () => {
    expect(problemOf(Period, { from: '2026-11-01', to: '2026-11-01' })).toBeNull();
    expect(problemOf(Period, { from: '2026-11-01', to: '2026-11-30' })).toBeNull();
    expect(problemOf(Period, { from: '2026-11-02', to: '2026-11-01' })).toBe('to must end on or after the day on which it begins');
  });
});

describe('a time of day', () => {
  it.each(['00:00', '09:30', '19:59', '23:59', '24:00'])('may be %s', (time) => {
    expect(TimeOfDay.safeParse(time)).toEqual({ success: true, data: time });
  });

  it.each(['', '24:01', '25:00', '9:30', '09:60', '09:5', '109:30', '09:300', '09:30:00', '124:00'])('is not %j', (time) => {
    expect(problemOf(TimeOfDay, time)).toBe(' must be a time of day, as HH:MM from 00:00 to 24:00');
  });

  it('says its form to who sends it', () => {
    const { pattern } = z.toJSONSchema(TimeOfDay);
    const form = new RegExp(pattern ?? '', 'u');
    expect(['00:00', '24:00', '09:30', '24:01', '9:30', '109:30'].map((time) => form.test(time))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(pattern).toBeTruthy();
  });
});
