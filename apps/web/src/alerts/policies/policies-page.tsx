import { useLingui } from '@lingui/react/macro';
import { Place } from '../place.js';

/** The policies by which leads are judged. */
export function PoliciesPage() {
  const { t } = useLingui();
  return (
    <Place title={t`Policies`} about={t`Which leads have how much time, what counts as an answer, and who is told when.`}>
      {null}
    </Place>
  );
}
