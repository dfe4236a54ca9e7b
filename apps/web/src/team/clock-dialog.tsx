import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { pauseReasons, usePauseReason } from '../console/pause-words.js';
import { useTrust } from '../console/use-console.js';
import { CommandTrouble } from './disputes/command-trouble.js';
import { ReasonField } from './disputes/reason-field.js';
import { SmallDialog } from './disputes/small-dialog.js';
import { useCommand } from './disputes/use-command.js';
import { useWho } from './disputes/use-who.js';
import { useRepIds, WhoField } from './disputes/who-field.js';

interface ClockProps {
  readonly lead: string;
  /** its clock stands still */
  readonly isPaused: boolean;
  readonly onClose: () => void;
}

/** Stops the clock of a lead, with a reason, or lets it run again. */
export function ClockDialog({ lead, isPaused, onClose }: ClockProps) {
  const { t } = useLingui();
  const said = usePauseReason();
  const { live } = useTrust();
  const who = useWho('decider', useRepIds());
  const [reason, setReason] = useState(pauseReasons[0] ?? '');
  const { ask, sending, trouble } = useCommand(isPaused ? 'resume' : 'pause', lead, () => {
    who.keep();
    onClose();
  });
  const submit = (pressed: React.FormEvent): void => {
    pressed.preventDefault();
    if (who.id === null) return;
    void ask({ rep: who.id, ...(!isPaused && { reason }) }, ({ state }) => (state.paused_at == null) === isPaused);
  };
  return (
    <SmallDialog title={isPaused ? t`Let the clock run` : t`Stop the clock`} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="t2">
          {isPaused ? (
            <Trans>The time counts again from now on; what passed meanwhile does not.</Trans>
          ) : (
            <Trans>The targets move on until somebody lets it run again. It is no answer, and an alert that is open rings on.</Trans>
          )}
        </p>
        <WhoField label={t`Who says so`} who={who} />
        {!isPaused && <ReasonField codes={pauseReasons} reason={reason} said={said} onReason={setReason} />}
        {trouble !== null && <CommandTrouble trouble={trouble} />}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            <Trans>Cancel</Trans>
          </button>
          <button type="submit" className="btn btn-primary" disabled={!live || sending || who.id === null}>
            {sending ? <Trans>Sending…</Trans> : isPaused ? <Trans>Let it run</Trans> : <Trans>Stop it</Trans>}
          </button>
        </footer>
      </form>
    </SmallDialog>
  );
}
