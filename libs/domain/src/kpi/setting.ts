import type { Configuration, Items, Version } from '../configuration/configuration.js';
import { versionInForce } from '../configuration/in-force.js';
import type { Asking } from './asking.js';
import { siteOf } from './site.js';
import type { WindowName } from './window.js';

/** A version of an item of the configuration, by the event that set it. Times are RFC 3339. */
interface SettingVersion {
  readonly id: string;
  readonly since: string;
  readonly source: string;
  readonly event: string;
}

/** Under what an answer was given: the window, the site, the clock, and which versions of policies and calendars judged its rows. */
export interface Setting {
  readonly window: WindowName | null;
  readonly zone: string;
  /** 0 (Monday) to 6 */
  readonly week_start: number;
  readonly currency: string | null;
  /** of durations that run on one: working or wall; null: on neither */
  readonly clock: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly filters: Asking['filters'];
  readonly policies: readonly (SettingVersion & { readonly answer_s: number; readonly calendar: string | null })[];
  readonly calendars: readonly (SettingVersion & { readonly zone: string })[];
  /** teams that have a calendar of their own */
  readonly teams: readonly (SettingVersion & { readonly calendar: string })[];
}

/**
 * The setting of a question: of each policy, calendar and team the versions that were in force at some instant of its window, or up to `as_of`
 * where there is none (a stock's rows began before it); before its first version an item has that one.
 */
export function settingOf({ window, params, filters, from, to, asOf }: Asking, configuration: Configuration): Setting {
  const { zone, weekStart, currency } = siteOf(configuration);
  const span = { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? asOf };
  return {
    window,
    zone,
    week_start: weekStart,
    currency,
    clock: params['clock'] ?? null,
    parameters: params,
    filters,
    policies: during(configuration.policies, span, ({ removed, answerSeconds, calendar }) =>
      removed ? null : { answer_s: answerSeconds, calendar },
    ),
    calendars: during(configuration.calendars, span, (calendar) => ({ zone: calendar.zone })),
    teams: during(configuration.teams, span, ({ calendar }) => (calendar === null ? null : { calendar })),
  };
}

function during<T, Shown>(
  items: Items<T>,
  { from, to }: { readonly from: number; readonly to: number },
  show: (value: T) => Shown | null,
): readonly (SettingVersion & Shown)[] {
  const found: (SettingVersion & Shown)[] = [];
  for (const [id, versions] of Object.entries(items)) {
    const first = versionInForce(versions, from);
    const inForce = versions.filter((version: Version<T>) => version === first || (version.effect > from && version.effect < to));
    for (const { effect, source, id: event, value } of inForce) {
      const shown = show(value);
      if (shown !== null) found.push({ id, since: new Date(effect).toISOString(), source, event, ...shown });
    }
  }
  return found;
}
