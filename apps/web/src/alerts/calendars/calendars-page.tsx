import { useLingui } from '@lingui/react/macro';
import { Place } from '../place.js';

/** The hours and days in which the clocks run. */
export function CalendarsPage() {
  const { t } = useLingui();
  return (
    <Place title={t`Calendars`} about={t`When each team works, and on which days it does not. Time outside does not count.`}>
      {null}
    </Place>
  );
}
