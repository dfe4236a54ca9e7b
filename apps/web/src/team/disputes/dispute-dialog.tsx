import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTrust } from '../../console/use-console.js';
import { useLead } from '../use-lead.js';
import { CommandTrouble } from './command-trouble.js';
import { reasonsFor, subjects, useDisputeWords } from './dispute-words.js';
import { ReasonField } from './reason-field.js';
import { SmallDialog } from './small-dialog.js';
import { useCommand } from './use-command.js';
import { useWho } from './use-who.js';
import { useRepIds, WhoField } from './who-field.js';

interface DisputeProps {
  readonly lead: string;
  /** what is offered first: `answer`, `owner`, `spam`, or the id of the touchpoint from which the dialog was opened */
  readonly about: string;
  /** who says so, where the page knows it */
  readonly by?: string;
  readonly onClose: () => void;
}

/** Somebody says that what a number or a timeline tells is wrong. It waits for a decision, and changes nothing until then. */
export function DisputeDialog({ lead, about: first, by, onClose }: DisputeProps) {
  const { t } = useLingui();
  const words = useDisputeWords();
  const { live } = useTrust();
  const { data } = useLead(lead);
  const who = useWho('rep', useRepIds());
  const rep = by ?? who.id;
  const answered = data === undefined || data.detail.state.answered_at !== null;
  const offered = [...subjects.filter((one) => one !== 'answer' || answered), ...(subjects.some((one) => one === first) ? [] : [first])];
  const [wanted, setWanted] = useState(first);
  const about = offered.includes(wanted) ? wanted : (offered[0] ?? 'spam');
  const [code, setCode] = useState('');
  const codes = reasonsFor(about);
  const reason = codes.includes(code) ? code : (codes[0] ?? '');
  const [note, setNote] = useState('');
  const { ask, sending, trouble } = useCommand('dispute', lead, () => {
    if (by === undefined) who.keep();
    onClose();
  });
  const submit = (pressed: React.FormEvent): void => {
    pressed.preventDefault();
    if (rep === null) return;
    const said = note.trim();
    void ask({ rep, about, reason, ...(said === '' ? {} : { note: said }) }, ({ disputes }, event) =>
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
        {by === undefined && <WhoField label={t`Who says so`} who={who} />}
        <ReasonField codes={codes} reason={reason} said={words.reason} onReason={setCode} />
        <label className="dialog-field">
          <span>
            <Trans>In your own words, if you like</Trans>
          </span>
          <textarea rows={2} maxLength={5_000} dir="auto" value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {trouble !== null && <CommandTrouble trouble={trouble} />}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            <Trans>Cancel</Trans>
          </button>
          <button type="submit" className="btn btn-primary" disabled={!live || sending || rep === null}>
            {sending ? <Trans>Sending…</Trans> : <Trans>Dispute it</Trans>}
          </button>
        </footer>
      </form>
    </SmallDialog>
  );
}
