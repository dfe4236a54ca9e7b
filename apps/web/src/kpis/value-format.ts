import { durationText } from '../i18n/durations.js';

/** What a figure is measured in: a KPI's unit, or that of one of its parts. */
export interface Measure {
  readonly unit: string;
  /** of money; null: none is named */
  readonly currency: string | null;
}

/** What stands where there is no number. */
export const NOTHING = '–';

/** A number as people read it in the locale: durations in units, shares in per cent, money with its currency, all else as a count. */
export function formatValue(locale: string, value: number | null, { unit, currency }: Measure): string {
  if (value === null) return NOTHING;
  switch (unit) {
    case 's':
      return durationText(locale, value);
    case 'ratio':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
    case 'money':
    case 'money/day':
      return moneyText(locale, value, currency);
    case 'points':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);
    default:
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  }
}

function moneyText(locale: string, value: number, currency: string | null): string {
  // what a quotient misses of a whole amount is no cent
  const cents = Number.isInteger(Math.round(value * 100) / 100) ? 0 : 2;
  const digits = { minimumFractionDigits: cents, maximumFractionDigits: cents };
  if (currency !== null && /^[A-Z]{3}$/i.test(currency))
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(value);
  return new Intl.NumberFormat(locale, digits).format(value);
}

/** A number beside an axis: as short as it can be read. */
export function formatMark(locale: string, value: number, { unit }: Measure): string {
  if (unit === 's' || unit === 'ratio' || Math.abs(value) < 1_000) return formatValue(locale, value, { unit, currency: null });
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}
