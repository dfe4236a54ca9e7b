import { useMemo } from 'react';
import { useFormattingLocale } from '../../console/use-console.js';
import { formatPercent } from '../../i18n/formats.js';
import type { GapSpan } from './gap-days.js';

const MONDAY = Date.UTC(2024, 0, 1);
const HOUR_MS = 3_600_000;

/** Days and hours of a week, and figures, as the language on screen writes them in the site's region. */
export function useWeekWords() {
  const locale = useFormattingLocale();
  return useMemo(() => {
    const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    const twelve = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
    const isTwelve = twelve.resolvedOptions().hour12 === true;
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
    const day = (weekday: number): string => short.format(MONDAY + weekday * 24 * HOUR_MS);
    const hour = (of: number): string => (isTwelve ? twelve.format(MONDAY + of * HOUR_MS) : `${String(of).padStart(2, '0')}:00`);
    const days = ({ from, to }: GapSpan['days'][number]): string =>
      to === from ? day(from) : to === from + 1 ? list.format([day(from), day(to)]) : `${day(from)}–${day(to)}`;
    return {
      number: (value: number): string => whole.format(value),
      percent: (share: number): string => formatPercent(locale, share),
      day,
      longDay: (weekday: number): string => long.format(MONDAY + weekday * 24 * HOUR_MS),
      hour,
      /** Mon 13:00–14:00 */
      hourOfWeek: (weekday: number, of: number): string => `${day(weekday)} ${hour(of)}–${hour(of + 1)}`,
      /** Mon–Fri 13:00–14:00 */
      span: (span: GapSpan): string => `${list.format(span.days.map(days))} ${hour(span.from)}–${hour(span.to)}`,
    };
  }, [locale]);
}
