import { wallValue } from './wall-value.js';

const money = (value: number, currency: string | null = 'EUR') => wallValue('en-US', value, { unit: 'money', currency });

describe('a number on the wall', () => {
  it.each([
    [money(12.5), '€12.50'],
    [money(1_234.56), '€1,235'],
    [money(1_234_567), '€1.2M'],
    [money(2_000_000, null), '2M'],
    [wallValue('en-US', 999_999, { unit: 'leads', currency: null }), '999,999'],
    [wallValue('en-US', 1_500_000, { unit: 'leads', currency: null }), '1.5M'],
    [wallValue('en-US', 0.925, { unit: 'ratio', currency: null }), '92.5%'],
    [wallValue('en-US', null, { unit: 'money', currency: 'EUR' }), '–'],
  ])('%s is written %s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
