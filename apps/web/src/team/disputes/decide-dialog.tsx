import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTrust } from '../../console/use-console.js';
import type { Dispute } from '../answers.js';
import { useRepName } from '../rep-names.js';
import { useLead } from '../use-lead.js';
import { CommandTrouble } from './command-trouble.js';
import { reasonsToDecide, useDisputeWords } from './dispute-words.js';
import { ReasonField } from './reason-field.js';
import { SmallDialog } from './small-dialog.js';
import { useCommand } from './use-command.js';
import { useWho } from './use-who.js';
import { useRepIds, WhoField } from './who-field.js';

/** What is about to be decided. */
export interface Decision {
  readonly lead: string;
  readonly dispute: Dispute;
  readonly accepted: boolean;
}

interface DecideProps extends Decision {
  readonly onClose: () => void;
}

/** Accepts or refuses a dispute, with a reason. What is accepted comes true by corrections that follow at once. */
export function DecideDialog({ lead, dispute, accepted, onClose }: DecideProps) {
  const { t } = useLingui();
  const words = useDisputeWords();
  const repName = useRepName();
  const { live } = useTrust();
  // what is decided is shown once the lead shows it
  useLead(lead);
  const who = useWho('decider', useRepIds());
  const codes = reasonsToDecide(accepted);
  const [reason, setReason] = useState(codes[0] ?? '');
  const { ask, sending, trouble } = useCommand('decide', lead, () => {
    who.keep();
    onClose();
  });
  const { event } = dispute;
  const submit = (pressed: React.FormEvent): void => {
    pressed.preventDefault();
    if (who.id === null) return;
    void ask({ rep: who.id, event, accepted, reason }, ({ disputes }) =>
      disputes.some((one) => one.event.id === event.id && one.event.source === event.source && one.decided !== null),
    );
  };
  const name = repName(dispute.rep) ?? dispute.rep;
  return (
    <SmallDialog title={accepted ? t`Accept the dispute` : t`Refuse the dispute`} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="t2">
          <b dir="auto">{name}</b>: {words.about(dispute.about)} ({words.reason(dispute.reason)}).
        </p>
        <p className="t2">
          {accepted ? (
            <Trans>It is corrected at once. Numbers of the past change with it.</Trans>
          ) : (
            <Trans>All stays as it is. It cannot be decided a second time.</Trans>
          )}
        </p>
        <WhoField label={t`Who decides`} who={who} />
        <ReasonField codes={codes} reason={reason} said={words.reason} onReason={setReason} />
        {trouble !== null && <CommandTrouble trouble={trouble} />}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            <Trans>Cancel</Trans>
          </button>
          <button type="submit" className="btn btn-primary" disabled={!live || sending || who.id === null}>
            {sending ? <Trans>Sending…</Trans> : accepted ? <Trans>Accept</Trans> : <Trans>Refuse</Trans>}
          </button>
        </footer>
      </form>
    </SmallDialog>
  );
}
