import { useLingui } from '@lingui/react/macro';
import { addDays } from './days.js';
import { useTeam } from './team-context.js';
import { useFormats } from './use-formats.js';

/** The period and the hours of the page, in words. */
export function usePeriodWords() {
  const { t } = useLingui();
  const { filters, today } = useTeam();
  const { day } = useFormats();
  const from = filters.period === '7d' ? day(addDays(today, -6)) : day(addDays(today, -29));
  const span = { today: t`today`, yesterday: t`yesterday`, '7d': t`since ${from}`, '30d': t`since ${from}` }[filters.period];
  const entered = {
    today: t`entered today`,
    yesterday: t`entered yesterday`,
    '7d': t`entered since ${from}`,
    '30d': t`entered since ${from}`,
  }[filters.period];
  const hours = filters.hours === 'working' ? t`working time` : t`around the clock`;
  return { span, entered, hours };
}
