import { formatValue, type Measure } from '../../kpis/value-format.js';

const CENTS_UP_TO = 1_000;
const COMPACT_FROM = 1_000_000;

/** A number as a wall writes it: without the cents of large amounts, millions short. */
export function wallValue(locale: string, value: number | null, measure: Measure): string {
  if (value === null || measure.unit === 's' || measure.unit === 'ratio') return formatValue(locale, value, measure);
  if (Math.abs(value) < COMPACT_FROM) return formatValue(locale, Math.abs(value) < CENTS_UP_TO ? value : Math.round(value), measure);
  const { currency } = measure;
  const isMoney = measure.unit.startsWith('money') && currency !== null && /^[A-Z]{3}$/i.test(currency);
  const style = isMoney ? { style: 'currency' as const, currency } : {};
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0, ...style }).format(value);
}
