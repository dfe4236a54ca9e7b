import fc from 'fast-check';
import { type Amount, Purse } from './purse.js';
import type { Rates } from './rates.js';

const tenth: Rates = { rateOn: (currency) => (currency === 'USD' ? 10n ** 23n : null) };
const purse = (home: string | null = 'EUR', zone = 'UTC'): Purse => new Purse({ home, zone, rates: tenth });

describe('a purse', () => {
  it('adds what is in the home currency and what has a rate, and keeps the rest apart', () => {
    const money = purse();
    money.add({ value: 10_000, currency: 'EUR', at: 0 }, 1);
    money.add({ value: 20_000, currency: 'USD', at: 0 }, 1);
    money.add({ value: 70_000, currency: 'RUB', at: 0 }, 1);
    expect([money.n, money.units()]).toEqual([2, 1.2]);
    expect(money.others()).toEqual([expect.objectContaining({ currency: 'RUB', n: 1, units: 7 })]);
  });

  it('names what has no rate by the alphabet, whichever came first', () => {
    const named = (...currencies: string[]) => {
      const money = purse();
      for (const currency of currencies) money.add({ value: 10_000, currency, at: 0 }, 1);
      return money.others().map(({ currency }) => currency);
    };
    expect(named('RUB', 'CHF', 'GBP')).toEqual(['CHF', 'GBP', 'RUB']);
    expect(named('CHF', 'GBP', 'RUB')).toEqual(['CHF', 'GBP', 'RUB']);
  });

  it('converts nothing without a home', () => {
    const money = purse(null);
    money.add({ value: 20_000, currency: 'USD', at: 0 }, 1);
    expect([money.n, money.others().map(({ currency }) => currency)]).toEqual([0, ['USD']]);
  });

  it('asks for the rate of the day in the zone', () => {
    const asked: number[] = [];
    const rates: Rates = { rateOn: (_currency, _to, day) => (asked.push(day), null) };
    const money = new Purse({ home: 'EUR', zone: 'Europe/Berlin', rates });
    money.add({ value: 1, currency: 'USD', at: Date.UTC(2026, 10, 2, 22, 59) }, 1);
    money.add({ value: 1, currency: 'USD', at: Date.UTC(2026, 10, 2, 23, 0) }, 1);
    expect(asked).toEqual([20_759, 20_760]);
  });

  it('is the same in any order, and after taking back', () => {
    const anyAmount: fc.Arbitrary<Amount> = fc.record({
      value: fc.maxSafeNat(),
      currency: fc.constantFrom('EUR', 'USD', 'RUB'),
      at: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(anyAmount), fc.array(anyAmount), (kept, taken) => {
        const [straight, crooked] = [purse(), purse()];
        for (const amount of kept) straight.add(amount, 1);
        for (const amount of [...taken, ...kept.toReversed()]) crooked.add(amount, 1);
        for (const amount of taken) crooked.add(amount, -1);
        expect([crooked.n, crooked.total(), crooked.others()]).toEqual([straight.n, straight.total(), straight.others()]);
      }),
    );
  });
});
