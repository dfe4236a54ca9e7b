import { Trans } from '@lingui/react/macro';
import { useContext, useState } from 'react';
import { useTrust } from '../console/use-console.js';
import type { LeadDetail } from './answers.js';
import { ClockDialog } from './clock-dialog.js';
import { TeamContext } from './team-context.js';
import { useFormats } from './use-formats.js';

/** Opens the dialog in which somebody stops the clock of a lead, or lets it run again; nothing where it has ended. */
export function ClockButton({ detail: { lead, state, clocks, policy } }: { detail: LeadDetail }) {
  const { live } = useTrust();
  const { clockSeconds } = useFormats();
  // who may speak is known once the floor has been heard
  const heard = useContext(TeamContext) !== null;
  // what the dialog was opened for, whatever becomes of the lead meanwhile
  const [asked, setAsked] = useState<{ readonly lead: string; readonly isPaused: boolean } | null>(null);
  const isPaused = state.paused_at != null;
  const waitsForContact = state.status === 'answered' && state.contacted_at === null && policy?.contact_seconds != null;
  const canStop = state.status === 'waiting' || waitsForContact;
  const canRun = isPaused && state.status !== 'closed';
  const close = (): void => {
    setAsked(null);
    // the lead may have no clock any more that could be stopped: the focus then stays in its panel
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('.lead-parts')?.focus();
      }),
    );
  };
  const isTold = clocks.pauses.some(({ until }) => until === null);
  const since = isPaused && !isTold ? clockSeconds(Date.parse(state.paused_at ?? '')) : null;
  return (
    <>
      {/* of an answered lead the pauses tell what was taken off the answer */}
      {since !== null && canRun && (
        <p>
          <Trans>The clock stands still since {since}.</Trans>
        </p>
      )}
      {(canStop || canRun) && (
        <p>
          <button type="button" className="as-link" disabled={!live || !heard} onClick={() => setAsked({ lead, isPaused })}>
            {isPaused ? <Trans>Let the clock run…</Trans> : <Trans>Stop the clock…</Trans>}
          </button>
        </p>
      )}
      {asked !== null && <ClockDialog lead={asked.lead} isPaused={asked.isPaused} onClose={close} />}
    </>
  );
}
