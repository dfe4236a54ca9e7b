import type { Configuration } from '../configuration/configuration.js';
import { latest } from '../configuration/in-force.js';
import type { Weekday } from '../events/configuration-events.js';

/** What windows and sums need to know of the site: the latest version, for all times. */
export interface Site {
  /** IANA; UTC without a site */
  readonly zone: string;
  /** 0 (Monday) to 6 */
  readonly weekStart: number;
  /** sums are shown in it; null: no site is set */
  readonly currency: string | null;
}

const days: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Regions whose week does not begin on Monday, from Unicode CLDR's supplemental data (firstDay). */
const sunday =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const saturday = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const weekStarts = new Map<string, Weekday>([
  ...sunday.split(' ').map((region) => [region, 'sun'] as const),
  ...saturday.split(' ').map((region) => [region, 'sat'] as const),
  ['MV', 'fri'],
]);

export function siteOf(configuration: Configuration): Site {
  const site = latest(configuration.site);
  if (site === null) return { zone: 'UTC', weekStart: 0, currency: null };
  return {
    zone: site.zone,
    weekStart: days.indexOf(site.weekStart ?? weekStartOf(site.locale)),
    currency: site.currency,
  };
}

/** The first day of the week where the locale is spoken: `week_start` left out. */
export function weekStartOf(locale: string): Weekday {
  try {
    return weekStarts.get(new Intl.Locale(locale).maximize().region ?? '') ?? 'mon';
  } catch {
    return 'mon';
  }
}
