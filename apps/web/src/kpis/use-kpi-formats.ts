import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormattingLocale, useZone } from '../console/use-console.js';
import { formatMark, formatValue, type Measure } from './value-format.js';

/** Values and times as the language on screen writes them in the site's region and zone. */
export function useKpiFormats() {
  const { t } = useLingui();
  const [locale, zone] = [useFormattingLocale(), useZone()];
  return useMemo(() => {
    const whole = new Intl.NumberFormat(locale);
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    const moment = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    const exact = format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
    const inBucket = {
      hour: moment,
      day: format({ day: 'numeric', month: 'short' }),
      week: format({ day: 'numeric', month: 'short' }),
      month: format({ month: 'short', year: 'numeric' }),
    };
    return {
      locale,
      zone,
      number: (value: number): string => whole.format(value),
      value: (value: number | null, measure: Measure): string => {
        const amount = formatValue(locale, value, measure);
        return measure.unit === 'money/day' && value !== null ? t`${amount} a day` : amount;
      },
      /** +12, −3m, +4.5% */
      signed: (value: number, measure: Measure): string =>
        `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatValue(locale, Math.abs(value), measure)}`,
      mark: (value: number, measure: Measure): string => formatMark(locale, value, measure),
      /** 17 Mar, 14:32 */
      moment: (instant: string): string => moment.format(Date.parse(instant)),
      /** 17 Mar 2026, 14:32:05 */
      exact: (instant: string): string => exact.format(Date.parse(instant)),
      /** 17 Mar 2026, of a date without a time */
      day: (date: string): string => day.format(Date.parse(date)),
      bucket: (bucket: keyof typeof inBucket, from: string): string => inBucket[bucket].format(Date.parse(from)),
    };
  }, [locale, zone, t]);
}
