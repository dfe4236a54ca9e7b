import { formatAmount } from './money.js';

const plain = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

describe('the amount of a deal', () => {
  it.each([
    ['en-GB', 1_250_000, 'EUR', '€12,500'],
    ['es-ES', 1_250_000, 'EUR', '12.500 €'],
    ['ru-RU', 1_250_000, 'EUR', '12 500 €'],
    ['en-GB', 1_050, 'EUR', '€10.50'],
    ['en-GB', 12_500, 'JPY', 'JP¥12,500'],
    ['en-GB', 123_456_700, 'EUR', '€1,234,567'],
    ['en-US', 1_234_567_800, 'USD', '$12.3M'],
  ])('is written in %s: %d of the smallest unit of %s are %s', (locale, amount, currency, text) => {
    expect(plain(formatAmount(locale, amount, currency))).toBe(text);
  });

  it('is none without a number, without a currency or with one that is no currency', () => {
    expect([formatAmount('en', null, 'EUR'), formatAmount('en', 100, null), formatAmount('en', 100, 'gold')]).toEqual([null, null, null]);
  });
});
