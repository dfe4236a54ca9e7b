import { noRates, type RateFact, ratesAt, scaledDecimal } from './rates.js';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const rate = (date: string, item: string, from = 0, until: number | null = null): RateFact => ({
  kind: 'rate',
  subject: 'USD',
  currency: 'EUR',
  at: Date.parse(`${date}T00:00:00Z`),
  from,
  until,
  item,
});
const one = 10n ** 24n;

describe('exchange rates', () => {
  it('hold on their day and seven days more', () => {
    const rates = ratesAt([rate('2026-11-02', '0.5')], 0);
    const on = (date: string) => rates.rateOn('USD', 'EUR', day(date));
    expect([on('2026-11-01'), on('2026-11-02'), on('2026-11-09'), on('2026-11-10')]).toEqual([null, one / 2n, one / 2n, null]);
  });

  it('are neither turned round nor chained', () => {
    const rates = ratesAt([rate('2026-11-02', '0.5')], 0);
    expect(rates.rateOn('EUR', 'USD', day('2026-11-02'))).toBeNull();
    expect(rates.rateOn('USD', 'GBP', day('2026-11-02'))).toBeNull();
  });

  it('are read from facts of rates that say all of it, and from nothing else', () => {
    const whole = rate('2026-11-02', '0.5');
    const facts: RateFact[] = [
      { ...whole, kind: 'spend', item: '0.25' },
      { ...whole, currency: null },
      { ...whole, at: null },
      { ...whole, item: null },
      whole,
      { ...whole, kind: 'target', item: 'won-revenue' },
    ];
    const rates = ratesAt(facts, 0);
    expect(rates.rateOn('USD', 'EUR', day('2026-11-02'))).toBe(one / 2n);
    expect([rates.rateOn('USD', 'null', day('2026-11-02')), rates.rateOn('USD', 'EUR', 0)]).toEqual([null, null]);
    expect(noRates.rateOn('USD', 'EUR', day('2026-11-02'))).toBeNull();
  });

  it('are those known at the instant', () => {
    const facts = [rate('2026-11-02', '0.5', 10, 20), rate('2026-11-02', '0.25', 20)];
    const known = (asOf: number) => ratesAt(facts, asOf).rateOn('USD', 'EUR', day('2026-11-02'));
    expect([known(9), known(10), known(19), known(20)]).toEqual([null, one / 2n, one / 2n, one / 4n]);
  });

  it('are none from the instant at which they are taken back', () => {
    const known = (asOf: number) => ratesAt([rate('2026-11-02', '0.5', 10, 20)], asOf).rateOn('USD', 'EUR', day('2026-11-02'));
    expect([known(19), known(20), known(21)]).toEqual([one / 2n, null, null]);
  });

  it('keep twenty-four decimals, the rest is cut off', () => {
    expect(scaledDecimal('1e-24')).toBe(1n);
    expect(scaledDecimal('9.87e-24')).toBe(9n);
    expect(scaledDecimal('5e-25')).toBe(0n);
  });

  it('are read digit by digit, however a number is written', () => {
    expect(scaledDecimal('90')).toBe(90n * one);
    expect(scaledDecimal('0.012345678901234567')).toBe(12_345_678_901_234_567n * 10n ** 6n);
    expect(scaledDecimal('1e-7')).toBe(10n ** 17n);
    expect(scaledDecimal('1.5e+2')).toBe(150n * one);
  });
});
