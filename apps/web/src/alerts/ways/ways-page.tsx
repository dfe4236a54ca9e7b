import { useLingui } from '@lingui/react/macro';
import { Place } from '../place.js';

/** How alerts reach people beside the pages. */
export function WaysPage() {
  const { t } = useLingui();
  return (
    <Place title={t`Ways to reach people`} about={t`How alerts reach people who do not look at a page.`}>
      {null}
    </Place>
  );
}
