import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTrust } from '../../console/use-console.js';
import { useLead } from '../use-lead.js';
import { CommandTrouble } from './command-trouble.js';
import { reasonsFor, subjects, useDisputeWords } from './dispute-words.js';
import { ReasonFields } from './reason-fields.js';
import { SmallDialog } from './small-dialog.js';
import { useCommand } from './use-command.js';
import { useWho } from './use-who.js';
import { useRepIds, WhoField } from './who-field.js';

interface DisputeProps {
  readonly lead: string;
  /** what is offered first: `answer`, `owner`, `spam`, or the id of the touchpoint from which the dialog was opened */
  readonly about: string;
  readonly onClose: () => void;
}

/** Somebody says that what a number or a timeline tells is wrong. It waits for a decision, and changes nothing until then. */
export function DisputeDialog({ lead, about: first, onClose }: DisputeProps) {
  const { t } = useLingui();
  const words = useDisputeWords();
  const { live } = useTrust();
  const { data } = useLead(lead);
  const who = useWho('rep', useRepIds());
  const answered = data === undefined || data.detail.state.answered_at !== null;
  const offered = [...subjects.filter((one) => one !== 'answer' || answered), ...(subjects.some((one) => one === first) ? [] : [first])];
  const [wanted, setWanted] = useState(first);
  const about = offered.includes(wanted) ? wanted : (offered[0] ?? 'spam');
  const [code, setCode] = useState('');
  const codes = reasonsFor(about);
  const reason = codes.includes(code) ? code : (codes[0] ?? '');
  const [note, setNote] = useState('');
  const { ask, sending, trouble } = useCommand('dispute', lead, () => {
    who.keep();
    onClose();
  });
  const submit = (pressed: React.FormEvent): void => {
    pressed.preventDefault();
    if (who.id === null) return;
    const said = note.trim();
    void ask({ rep: who.id, about, reason, ...(said === '' ? {} : { note: said }) }, ({ disputes }, event) =>
      disputes.some((one) => one.event.id === event),
    );
  };
  return (
    <SmallDialog title={t`Say that it is wrong`} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="t2">
          <b dir="auto">{data?.detail.name ?? '…'}</b> · <Trans>No number changes until somebody else accepts it.</Trans>
        </p>
        <fieldset className="dialog-field">
          <legend>
            <Trans>What is right</Trans>
          </legend>
          {offered.map((one) => (
            <label key={one}>
              <input type="radio" name="about" checked={one === about} onChange={() => setWanted(one)} />
              {words.about(one)}
            </label>
          ))}
        </fieldset>
        <WhoField label={t`Who says so`} who={who} />
        <ReasonFields codes={codes} reason={reason} onReason={setCode} note={note} onNote={setNote} />
        {trouble !== null && <CommandTrouble trouble={trouble} />}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            <Trans>Cancel</Trans>
          </button>
          <button type="submit" className="btn btn-primary" disabled={!live || sending || who.id === null}>
            {sending ? <Trans>Sending…</Trans> : <Trans>Dispute it</Trans>}
          </button>
        </footer>
      </form>
    </SmallDialog>
  );
}
