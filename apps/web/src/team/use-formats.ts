import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { formatWait } from '../clock/wait-format.js';
import { clockFormat, formatPercent } from '../i18n/formats.js';
import { chooseLanguage, formattingLocale } from '../i18n/locale.js';
import { dayIn } from './days.js';
import { useTeam } from './team-context.js';

/** What stands where there is nothing to count, or where nobody knows. */
export const NOTHING = '–';

/** Numbers, times and durations as the language on screen writes them in the site's region and zone. */
export function useFormats() {
  const { i18n, t } = useLingui();
  const { site } = useTeam().state;
  const locale = formattingLocale(chooseLanguage(i18n.locale, null, ''), site.locale);
  const { zone } = site;
  return useMemo(() => {
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    const clock = clockFormat(locale, zone);
    const seconds = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    });
    const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const long = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
    const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    const MONDAY = Date.UTC(2024, 0, 1);
    return {
      locale,
      zone,
      number: (value: number): string => whole.format(value),
      /** 0.4, or 0,4 */
      tenths: (value: number): string => oneDigit.format(value),
      /** for an axis: 5,000 is 5K */
      axis: (value: number): string => (value < 1_000 ? whole : compact).format(value),
      percent: (share: number): string => formatPercent(locale, share),
      /** 14:32, or 2:32 PM */
      clock,
      /** 14:32:05 */
      clockSeconds: (instant: number): string => seconds.format(instant),
      day: (day: string): string => short.format(Date.parse(day)),
      longDay: (day: string): string => long.format(Date.parse(day)),
      dayOf: (instant: number): string => dayIn(zone, instant),
      /** 0 Monday */
      weekday: (weekday: number): string => weekdays.format(MONDAY + weekday * 86_400_000),
      wait: (ms: number): string => formatWait(ms, (days) => t`${days} d`),
    };
  }, [locale, zone, t]);
}

/** A duration in seconds as a clock, or a dash. */
export function useSeconds(): (seconds: number | null) => string {
  const { wait } = useFormats();
  return (seconds) => (seconds === null ? NOTHING : wait(seconds * 1_000));
}
