import type { Configuration } from '../configuration/configuration.js';
import type { GroupAnswer } from './running-answer.js';
import { siteOf } from './site.js';

/** A number that stands beside the value of a group; null: it says none there, or there is no group. */
export function numberIn(group: GroupAnswer | undefined, field: string): number | null {
  const value = group?.[field];
  return typeof value === 'number' ? value : null;
}

/** A text beside the value (the currency); null as there. */
export function textIn(group: Readonly<Record<string, unknown>> | undefined, field: string): string | null {
  const value = group?.[field];
  return typeof value === 'string' ? value : null;
}

/** The currency of the money of a formula: that of the group it comes from; where there is none, the sum of nothing is 0 in the site's. */
export const currencyIn = (group: GroupAnswer | undefined, configuration: Configuration): string | null =>
  textIn(group, 'currency') ?? siteOf(configuration).currency;
