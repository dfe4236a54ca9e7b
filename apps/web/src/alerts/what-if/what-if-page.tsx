import { useLingui } from '@lingui/react/macro';
import { Place } from '../place.js';

/** What another policy would have done. */
export function WhatIfPage() {
  const { t } = useLingui();
  return (
    <Place title={t`What if`} about={t`Which alerts another policy would have raised, beside those that were. Nothing is sent.`}>
      {null}
    </Place>
  );
}
