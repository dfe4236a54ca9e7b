import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLink, useZone } from '../../console/use-console.js';
import { callBackAt, placeOf } from '../loop-desk.js';
import { instantMeant, type When } from '../when.js';
import { Sheet } from './sheet.js';
import { WhenField } from './when-field.js';

/** Promises to call the lead at an instant, and to be told of it then. */
export function CallBackSheet({ lead, name }: { lead: string; name: string }) {
  const { t } = useLingui();
  const zone = useZone();
  const now = useLink((view) => view.now);
  const [when, setWhen] = useState<When>({ choice: 'hour', own: '' });
  const at = instantMeant(when, now, zone);
  const act = typeof at === 'number' ? () => void callBackAt(lead, `${when.choice} ${when.own}`, at) : null;
  return (
    <Sheet title={t`Call back at…`} name={name} place={placeOf('callBack', lead)} act={<Trans>Promise</Trans>} problem={null} onAct={act}>
      <WhenField when={when} onChange={setWhen} keys />
    </Sheet>
  );
}
