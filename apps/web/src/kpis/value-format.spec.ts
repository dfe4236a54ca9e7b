import { durationText } from '../i18n/durations.js';
import { formatMark, formatValue } from './value-format.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const value = (locale: string, amount: number | null, unit: string, currency: string | null = null): string =>
  plain(formatValue(locale, amount, { unit, currency }));

describe('a duration', () => {
  it.each([
    [0, '0s'],
    [0.42, '0.4s'],
    [59.94, '59.9s'],
    [59.96, '1m'],
    [127.5, '2m 8s'],
    [3_599.7, '1h'],
    [7_500, '2h 5m'],
    [86_399, '1d'],
    [273_600, '3d 4h'],
    [-90, '−1m 30s'],
  ])('of %p s is written in its two largest units: %p', (seconds, text) => {
    expect(plain(durationText('en-GB', seconds))).toBe(text);
  });

  it('is written as the language does', () => {
    expect(plain(durationText('ru-RU', 7_500))).toBe('2 ч 5 мин');
    expect(plain(durationText('ru-RU', 273_600))).toBe('3 дн. 4 ч');
    expect(plain(durationText('es-ES', 252))).toBe('4 min 12 s');
    expect(plain(durationText('es-ES', 1_500))).toBe('25 min');
    expect(plain(durationText('es-MX', 273_600))).toBe('3 días 4 h');
  });

  it('is never broken between a number and its unit', () => {
    for (const locale of ['en-GB', 'es-ES', 'ru-RU']) expect(durationText(locale, 90)).not.toContain(' ');
  });
});

describe('a value', () => {
  it('is a share in per cent, with one digit where there is one', () => {
    expect(value('en-GB', 0.9194, 'ratio')).toBe('91.9%');
    expect(value('ru-RU', 0.75, 'ratio')).toBe('75 %');
  });

  it('is money with its currency, and cents only where there are any', () => {
    expect(value('en-GB', 1500.5, 'money', 'EUR')).toBe('€1,500.50');
    // what a division misses of a whole amount is no cent
    expect(value('en-GB', 3120.0000000000005, 'money', 'EUR')).toBe('€3,120');
    expect(value('es-ES', 12_500, 'money', 'EUR')).toBe('12.500 €');
    expect(value('en-GB', 12, 'money')).toBe('12');
    expect(value('en-GB', 12, 'money', 'credits')).toBe('12');
  });

  it('is a count, or points with their sign', () => {
    expect(value('en-GB', 4_663, 'touchpoints')).toBe('4,663');
    expect(value('en-GB', 2.5, 'touches')).toBe('2.5');
    expect(value('en-GB', 31.25, 'points')).toBe('+31.3');
  });

  it('is a dash where there is none', () => {
    expect(value('en-GB', null, 'ratio')).toBe('–');
  });

  it('is short beside an axis', () => {
    expect(plain(formatMark('ru-RU', 800_000, { unit: 'money', currency: 'EUR' }))).toBe('800 тыс.');
    expect(formatMark('en-GB', 3_600, { unit: 's', currency: null })).toBe('1h');
  });
});
