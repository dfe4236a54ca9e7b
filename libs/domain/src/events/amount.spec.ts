import fc from 'fast-check';
import { z } from 'zod';
import { Amount, amountToUnits, amountUnits, Currency } from './amount.js';

const read = (amount: unknown, currency: unknown = 'EUR') => Amount.safeParse({ amount, currency });

describe('an amount', () => {
  it.each([
    [12.5, 125_000],
    ['12.5', 125_000],
    ['12.50', 125_000],
    ['12.5000', 125_000],
    [0.1, 1000],
    ['0.0001', 1],
    [-3, -30_000],
    ['-0.25', -2500],
    [0, 0],
    [1.005, 10_050],
    [4.35, 43_500],
    ['900719925474', 9_007_199_254_740_000],
    [900_719_925_474, 9_007_199_254_740_000],
    ['225179981368.5247', 2_251_799_813_685_247],
  ])('%j is exact in ten-thousandths', (value, units) => {
    const got = read(value);
    expect(got.success && amountToUnits(got.data)).toBe(units);
  });

  it.each([
    1.234_56,
    '1.23456',
    '1,5',
    '1e3',
    '.5',
    '5.',
    '+5',
    ' 5',
    '05',
    '',
    'NaN',
    Number.POSITIVE_INFINITY,
    Number.NaN,
    1e15,
    '900719925475',
    '300000000000.5',
    0.000_01,
    true,
    null,
    undefined,
  ])('%j is refused', (value) => {
    expect(read(value).success).toBe(false);
  });

  it('has one form: text and number of one sum are equal, and zero has no sign', () => {
    expect(read('12.50').data).toEqual(read(12.5).data);
    expect(read('-0.00').data).toEqual({ amount: 0, currency: 'EUR' });
    expect(read(-0).data?.amount).toBe(0);
  });

  it('with any four decimals comes back to the digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 51), max: 2 ** 51 }), (units) => {
        const size = String(Math.abs(units)).padStart(5, '0');
        const text = `${units < 0 ? '-' : ''}${size.slice(0, -4)}.${size.slice(-4)}`;
        expect(amountUnits(text)).toBe(units);
        expect(amountUnits(Number(text))).toBe(units);
        const got = read(text);
        expect(got.success && amountToUnits(got.data)).toBe(units);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['eur', 'EURO', 'XQQ', '', 978])('of currency %j is refused', (currency) => {
    expect(read(1, currency).success).toBe(false);
  });

  it('is exact up to the largest that is, and refused beyond', () => {
    expect([amountUnits(2 ** 51 / 10_000), amountUnits('225179981368.5248'), amountUnits('225179981368.5249')]).toEqual([
      2 ** 51,
      2 ** 51,
      Number.NaN,
    ]);
    expect(amountUnits('900719925474.0000')).toBe(9_007_199_254_740_000);
  });

  it('that is no event’s is not reckoned with', () => {
    expect(() => amountToUnits({ amount: 1e15 })).toThrow('not exact in ten-thousandths');
    expect(() => amountToUnits({ amount: Number.NaN })).toThrow(RangeError);
  });

  it('says the form of its currency to who sends it', () => {
    expect(z.toJSONSchema(Currency)).toMatchObject({ type: 'string', pattern: '^[A-Z]{3}$' });
  });
});
