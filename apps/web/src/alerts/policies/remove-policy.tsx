import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useZone } from '../../console/use-console.js';
import { instantOf, localTime } from '../../kpis/local-time.js';
import { FormField } from '../form/form-field.js';
import { KeptProblem } from './kept-problem.js';
import { usePreview } from './policy-preview.js';
import { Matched } from './preview-panel.js';
import { useKeep } from './use-keep.js';

interface RemoveProps {
  readonly policy: string;
  /** how many versions of it were seen */
  readonly seen: number;
  readonly onClose: () => void;
}

/** Asks whether, and from when on, a policy is taken away, beside which policies would take its leads. */
export function RemovePolicy({ policy, seen, onClose }: RemoveProps) {
  const { t } = useLingui();
  const zone = useZone();
  const [from, setFrom] = useState('');
  const { kept, sending, keep } = useKeep();
  const instant = from === '' ? null : instantOf(zone, from);
  const written = { policy, removed: true, ...(instant !== null && { effective_from: instant }) };
  const { data } = usePreview({ policy, removed: true });
  const remove = async (): Promise<void> => {
    if ((await keep(written, seen)).kind !== 'kept') return;
    onClose();
    document.getElementById('pol-new')?.focus();
  };
  return (
    <section className="pol-remove" aria-label={t`Take ${policy} away`}>
      <p>
        <Trans>
          From then on it judges no lead, and what is to come of it goes as well. Leads that have arrived before keep their verdict and
          their alerts.
        </Trans>
      </p>
      {data?.kind === 'leads' && <Matched previewed={data.previewed} isBrief />}
      <div className="pol-row">
        <FormField label={t`From`} paths={['$.effective_from']} hint={t`left empty: at once`}>
          {(aria) => (
            <input
              {...aria}
              type="datetime-local"
              className="pol-input"
              min={localTime(zone, Date.now())}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </FormField>
      </div>
      <KeptProblem kept={kept} />
      <div className="pol-bar">
        <button type="button" className="btn btn-warn" disabled={sending} onClick={() => void remove()}>
          <Trans>Take it away</Trans>
        </button>
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          <Trans>Keep it</Trans>
        </button>
      </div>
    </section>
  );
}
