import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useRepStatusWords } from '../../console/rep-status-words.js';
import { handOver, placeOf } from '../loop-desk.js';
import { useRepNames, useReps } from '../rep-menu.js';
import { rep } from '../streams.js';
import { Sheet } from './sheet.js';

/** Offers the lead to another rep. It stays with who offers it until that one accepts. */
export function HandOverSheet({ lead, name }: { lead: string; name: string }) {
  const { t } = useLingui();
  const words = useRepStatusWords();
  const reps = useReps().filter((id) => id !== rep);
  const names = useRepNames();
  const [to, setTo] = useState<string | null>(null);
  const chosen = reps.find((id) => id === to) ?? null;
  const chosenName = chosen === null ? null : (names?.[chosen]?.name ?? chosen);
  return (
    <Sheet
      title={t`Hand over`}
      name={name}
      place={placeOf('handOver', lead)}
      act={chosenName === null ? <Trans>Offer</Trans> : <Trans>Offer to {chosenName}</Trans>}
      problem={reps.length === 0 ? <Trans>There is no other active rep.</Trans> : null}
      onAct={chosen === null ? null : () => void handOver(lead, chosen)}
    >
      <RadioGroup className="opts opts-reps" aria-label={t`To whom`} value={to} onChange={setTo}>
        {reps.map((id, index) => (
          <Radio key={id} value={id} className="opt">
            {index < 9 ? <kbd>{index + 1}</kbd> : <span />}
            <b className="cut">
              <bdi>{names?.[id]?.name ?? id}</bdi>
            </b>
            <small>{words.name(names?.[id]?.status?.is ?? 'available')}</small>
          </Radio>
        ))}
      </RadioGroup>
      <p className="cap t2 when-said">
        <Trans>It stays yours, and rings for you, until it is accepted. The target does not move.</Trans>
      </p>
    </Sheet>
  );
}
