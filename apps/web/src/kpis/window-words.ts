import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

const windows = {
  '1h': msg`last hour`,
  '24h': msg`last 24 hours`,
  '7d': msg`last 7 days`,
  '28d': msg`last 28 days`,
  '90d': msg`last 90 days`,
  now: msg`now`,
  today: msg`today`,
  week: msg`this week`,
  month: msg`this month`,
  quarter: msg`this quarter`,
  year: msg`this year`,
} as const;

/** The named windows, the shortest first. */
export const windowNames: readonly string[] = Object.keys(windows).filter((name) => name !== 'now');

/** A named window as people say it; one that the product does not know stands as it is written. */
export function useWindowWords(): (code: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, ReturnType<typeof msg>>> = windows;
  return (code) => {
    const found = words[code];
    return found === undefined ? code : i18n._(found);
  };
}
