import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { useTrust } from '../console/use-console.js';
import { claim, claimStore } from './claim-desk.js';
import { type ClaimFace, claimFace, openClaim } from './claim-state.js';
import { memberOf } from './record.js';
import { rep } from './streams.js';

/** How the claim of a lead stands. */
export function useClaimFace(lead: QueueLead, waits: boolean): ClaimFace {
  const state = useStore(claimStore, (claims) => memberOf(claims, lead.lead) ?? openClaim);
  return claimFace(state, lead, rep, waits);
}

/** The place of the button, as wide in every state and language. */
export function ClaimPlace({ lead, face }: { lead: QueueLead; face: ClaimFace }) {
  const { live } = useTrust();
  const ask = (): void => void claim(lead);
  if (face === 'yours') {
    return (
      <span className="btn btn-l claim is-yours" role="status">
        <Shape of="done" />
        <Trans>Yours</Trans>
      </span>
    );
  }
  if (face === 'claiming') {
    return (
      <Button className="btn btn-l claim" isDisabled>
        <Trans>Claiming…</Trans>
      </Button>
    );
  }
  if (face === 'unconfirmed') {
    return (
      <Button className="btn btn-l btn-warn claim" isDisabled={!live} onPress={ask}>
        <Trans>Try again</Trans>
        <kbd>C</kbd>
      </Button>
    );
  }
  if (face === 'others') {
    return (
      <Button className="btn btn-l claim" isDisabled>
        <Trans>Taken</Trans>
      </Button>
    );
  }
  return (
    <Button className="btn btn-l btn-primary claim" isDisabled={!live} onPress={ask} aria-describedby="claim-note">
      <Trans>Claim</Trans>
      <kbd>C</kbd>
    </Button>
  );
}
