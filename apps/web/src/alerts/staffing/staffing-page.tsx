import { useLingui } from '@lingui/react/macro';
import { Place } from '../place.js';

/** When leads come and when people are there. */
export function StaffingPage() {
  const { t } = useLingui();
  return (
    <Place title={t`Staffing`} about={t`When leads come, when they are late, and which hours nobody covers.`}>
      {null}
    </Place>
  );
}
