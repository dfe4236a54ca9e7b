import fc from 'fast-check';
import { readInstant, writeInstant } from './instant.js';

const at = (text: string): number | string => {
  const read = readInstant(text);
  return read.ok ? read.at : read.problem;
};
const nine = Date.UTC(2026, 10, 1, 9);

describe('a time', () => {
  it.each([
    ['2026-11-01T09:00:00Z', nine],
    ['2026-11-01t09:00:00z', nine],
    ['2026-11-01T09:00:00.000Z', nine],
    ['2026-11-01T10:30:00+01:30', nine],
    ['2026-11-01T00:15:00-08:45', nine],
    ['2026-11-01T09:00:00-00:00', nine],
    ['2026-11-02T08:59:00+23:59', nine],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['1900-01-01T00:00:00Z', Date.UTC(1900, 0, 1)],
    ['1969-12-31T23:59:59.999Z', -1],
    ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ])('%s is read with its offset', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it.each([
    ['2026-11-01T09:00:00.9Z', nine + 900],
    ['2026-11-01T09:00:00.1239Z', nine + 123],
    ['2026-11-01T09:00:00.999999999Z', nine + 999],
    ['1969-12-31T23:59:59.9999Z', -1],
  ])('%s is cut to the millisecond, never rounded', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('in a leap second is the first second of the next day', () => {
    expect(at('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1));
    expect(at('2016-12-31T23:59:60.25Z')).toBe(Date.UTC(2017, 0, 1) + 250);
    expect(at('2017-01-01T00:59:60+01:00')).toBe(Date.UTC(2017, 0, 1));
  });

  it.each(['2026-11-02T23:59:60Z', '2026-11-30T22:59:60Z', '2026-11-30T23:58:60Z', '2026-11-30T23:59:60+01:00'])(
    '%s has a second 60 where none can be',
    (text) => {
      expect(at(text)).toMatch(/second 60/);
    },
  );

  it.each([
    '2026-02-29T09:00:00Z',
    '2026-02-30T09:00:00.000Z',
    '2026-04-31T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-00-10T09:00:00Z',
    '2100-02-29T09:00:00Z',
    '2026-01-00T09:00:00.000Z',
  ])('%s is on no calendar', (text) => {
    expect(at(text)).toMatch(/no calendar/);
  });

  it.each(['2026-11-01T24:00:00Z', '2026-11-01T09:60:00.000Z', '2026-11-01T09:00:61Z', '2026-11-01T25:00:00.000Z'])(
    '%s is on no clock',
    (text) => {
      expect(at(text)).toMatch(/no clock/);
    },
  );

  it.each(['2026-11-01T09:00:00', '2026-11-01T09:00:00.000', '2026-11-01 09:00:00', '2026-11-01T09:00'])(
    '%s is refused for want of an offset',
    (text) => {
      expect(at(text)).toMatch(/has no offset/);
    },
  );

  it.each(['2026-11-01T09:00:00+24:00', '2026-11-01T09:00:00+01:60'])('%s has an impossible offset', (text) => {
    expect(at(text)).toMatch(/impossible offset/);
  });

  it.each([
    '',
    'yesterday',
    '1793523600',
    '2026-11-01 09:00:00Z',
    '2026-11-01T09:00:00+0100',
    '2026-11-01T09:00:00,5Z',
    '+02026-11-01T09:00:00Z',
    '2026-11-01T09:00:00.Z',
    '2026-1-1T9:00:00Z',
    '2026-11-01T09:00:00Z\n',
    '2026-11-0xT09:00:00.000Z',
    '2026-11-01T09:00:00.00xZ',
  ])('%j is no time', (text) => {
    expect(at(text)).toMatch(/is no time/);
  });

  it.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1899-12-31T23:59:59.999Z', '9999-12-31T23:59:59-01:00'])(
    '%s is out of range',
    (text) => {
      expect(at(text)).toMatch(/1900 to 9999/);
    },
  );

  it('that is a date alone is told what is missing', () => {
    expect(at('2026-11-01')).toMatch(/date alone/);
  });

  it('written and read again is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(9999, 11, 31) }), (ms) => {
        expect(at(writeInstant(ms))).toBe(ms);
      }),
    );
  });

  it('is written as JavaScript writes it, whatever was written before', () => {
    const anyInstant = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(12_000, 0, 1) });
    fc.assert(
      fc.property(anyInstant, fc.array(fc.integer({ min: -90_000_000, max: 90_000_000 })), (ms, near) => {
        for (const other of [0, ...near]) expect(writeInstant(ms + other)).toBe(new Date(ms + other).toISOString());
      }),
    );
    expect(() => writeInstant(Number.NaN)).toThrow(RangeError);
  });

  it('in the form that we write ourselves is read as it is the long way round, and refused for the same reason', () => {
    const wholes = ['2026-11-01T09:00:00.000Z', '2028-02-29T23:59:59.999Z', '1900-01-01T00:00:00.000Z', '9999-12-31T19:38:47.105Z'];
    for (const whole of wholes)
      for (let place = 0; place < whole.length - 1; place += 1)
        for (const sign of '0123456789:-T. x/') {
          const text = `${whole.slice(0, place)}${sign}${whole.slice(place + 1)}`;
          expect([text, at(text)]).toEqual([text, at(`${text.slice(0, -1)}+00:00`)]);
        }
  });

  it('on the 29th of February is one in each fourth year, of the hundredth in each fourth only', () => {
    const years = [2023, 2024, 2000, 2100, 2400];
    expect(years.map((year) => readInstant(`${year}-02-29T09:00:00Z`).ok)).toEqual([false, true, true, false, true]);
  });

  it('in any offset is the same instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }),
        fc.integer({ min: -1439, max: 1439 }),
        (ms, minutes) => {
          const size = Math.abs(minutes);
          const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
          expect(at(writeInstant(ms + minutes * 60_000).replace('Z', offset))).toBe(ms);
        },
      ),
    );
  });
});
