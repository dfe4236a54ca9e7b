import { useLingui } from '@lingui/react/macro';
import type { Status } from './status.js';
import { formatWait, targetLabel } from './wait-format.js';

/** What stands where a number would be a guess. */
export const UNKNOWN = '—';
/** What stands where there is nothing to count. */
export const NOTHING = '–';

/** The texts that several parts of the wall share, in the language on screen. */
export function useWords() {
  const { t } = useLingui();
  const statusWords: Readonly<Record<Status, string>> = {
    in: t`in time`,
    soon: t`due soon`,
    late: t`late`,
    very: t`very late`,
    paused: t`paused`,
    untimed: t`no target`,
  };
  return {
    status: (status: Status): string => statusWords[status],
    wait: (ms: number): string => formatWait(ms, (days) => t`${days} d`),
    target: (seconds: number): string => {
      const label = targetLabel(seconds);
      if ('clock' in label) return label.clock;
      const { count } = label;
      return label.unit === 'hour' ? t`${count} h` : t`${count} min`;
    },
  };
}
