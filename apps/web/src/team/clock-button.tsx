import { Trans } from '@lingui/react/macro';
import { useContext, useState } from 'react';
import { useTrust } from '../console/use-console.js';
import type { LeadDetail } from './answers.js';
import { ClockDialog } from './clock-dialog.js';
import { TeamContext } from './team-context.js';

/** Opens the dialog in which somebody stops the clock of a lead, or lets it run again; nothing where it has ended. */
export function ClockButton({ detail: { lead, state, policy } }: { detail: LeadDetail }) {
  const { live } = useTrust();
  // who may speak is known once the floor has been heard
  const heard = useContext(TeamContext) !== null;
  // what the dialog was opened for, whatever becomes of the lead meanwhile
  const [asked, setAsked] = useState<{ readonly isPaused: boolean } | null>(null);
  const isPaused = state.paused_at != null;
  const waitsForContact = state.status === 'answered' && state.contacted_at === null && policy?.contact_seconds != null;
  const canStop = state.status === 'waiting' || waitsForContact;
  const canRun = isPaused && state.status !== 'closed';
  return (
    <>
      {(canStop || canRun) && (
        <p>
          <button type="button" className="as-link" disabled={!live || !heard} onClick={() => setAsked({ isPaused })}>
            {isPaused ? <Trans>Let the clock run…</Trans> : <Trans>Stop the clock…</Trans>}
          </button>
        </p>
      )}
      {asked !== null && <ClockDialog lead={lead} isPaused={asked.isPaused} onClose={() => setAsked(null)} />}
    </>
  );
}
