import type { LiveAlert, QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { statusOf, waitMs } from '../clock/status.js';
import { Icon } from '../console/icons.js';
import { TargetBar } from '../console/target-bar.js';
import { useClock, useLink, useLive, useTrust } from '../console/use-console.js';
import { seat } from './alert-desk.js';
import { alertOf } from './alerts.js';
import { BigClock } from './big-clock.js';
import { CallClock } from './call-clock.js';
import { claimStore } from './claim-desk.js';
import { ClaimPlace, useClaimFace } from './claim-place.js';
import { Failure } from './failure.js';
import { useContact } from './lead-answers.js';
import { called, closeSheet, logStore, openSheet } from './log-desk.js';
import { OwnReason } from './own-reason.js';
import { memberOf } from './record.js';
import { floor, rep } from './streams.js';
import { dialable } from './telephone.js';
import { useLoop } from './use-loop.js';
import { LostVerdict, NextActs, OverVerdict } from './verdict.js';

/** Clock, bar, and what to do now: the card keeps its height whatever the claim comes to. */
export function Decision({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const face = useClaimFace(lead, waits);
  const { known } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const call = !waits && lead.callBack?.by === rep;
  const open = useLive(floor, (state) => (waits || call ? null : alertOf(state?.alerts ?? {}, lead.lead, seat())));
  const told = face === 'over' ? open : null;
  const ended = !call && told === null && (face === 'lost' || face === 'over');
  const loop = useLoop();
  return (
    <section className="panel decide">
      <div className="line">
        {face === 'lost' && <LostVerdict lead={lead} />}
        {face === 'over' && !call && told === null && <OverVerdict />}
        {told !== null && <ToldVerdict alert={told} />}
        {call && <CallClock lead={lead} />}
        {!ended && !call && told === null && <BigClock lead={lead} />}
        {ended ? <NextActs lead={lead.lead} look={face === 'lost'} /> : <Acts lead={lead} face={face} />}
      </div>
      {!call && told === null && (
        <TargetBar
          status={statusOf(lead, asOf)}
          waitMs={waitMs(lead, asOf)}
          targetMs={lead.due === null ? null : lead.due - lead.since}
          known={known}
        />
      )}
      {!call && <Below lead={lead} waits={waits} face={face} />}
      {loop !== null && <loop.LeadActs lead={lead} waits={waits} />}
    </section>
  );
}

function Acts({ lead, face }: { lead: QueueLead; face: ReturnType<typeof useClaimFace> }) {
  const { live } = useTrust();
  const { t } = useLingui();
  const contact = useContact(lead.lead);
  const open = useStore(logStore, (log) => log.open === lead.lead);
  const phone = contact.data?.kind === 'found' ? contact.data.body.phone : null;
  return (
    <div className="acts">
      {face !== 'over' && <ClaimPlace lead={lead} face={face} />}
      {phone === null ? (
        <Button className="btn btn-l" isDisabled aria-label={t`Call: no number is known`}>
          <Icon of="phone" />
          <Trans>Call</Trans>
          <kbd>↵</kbd>
        </Button>
      ) : (
        <a className="btn btn-l" id="call" href={dialable(phone)} onClick={() => called(lead.lead)}>
          <Icon of="phone" />
          <Trans>Call</Trans>
          <kbd>↵</kbd>
        </a>
      )}
      <Button
        className={open ? 'btn btn-l is-open' : 'btn btn-l'}
        isDisabled={!live}
        aria-expanded={open}
        onPress={() => (open ? closeSheet() : openSheet(lead.lead))}
      >
        <Icon of="pencil" />
        <Trans>Log</Trans>
        <kbd>L</kbd>
      </Button>
    </div>
  );
}

/** Who is told, and when, before it happens; or why a claim is not what it seems. */
function Below({ lead, waits, face }: { lead: QueueLead; waits: boolean; face: ReturnType<typeof useClaimFace> }) {
  const { live } = useTrust();
  const claim = useStore(claimStore, (claims) => memberOf(claims, lead.lead));
  if (face === 'unconfirmed') {
    return (
      <p className="next note" role="status" id="claim-note">
        <b>
          <Trans>Not confirmed. Try again</Trans>
        </b>
        <Trans>Nobody knows yet whether you have it. It is claimed once at most.</Trans>
      </p>
    );
  }
  if (face === 'failed' && claim?.step === 'failed') {
    return (
      <p className="next note" role="status" id="claim-note">
        <b>
          <Trans>Not claimed</Trans>
        </b>
        <span>
          <Failure of={claim} about="lead" />
        </span>
      </p>
    );
  }
  if (!live) {
    return (
      <p className="next note" id="claim-note">
        <b>
          <Trans>No connection</Trans>
        </b>
        <Trans>Claim and Log need the server; calling works.</Trans>
      </p>
    );
  }
  return <Told lead={lead} waits={waits} />;
}

/** Who is told next; until the server has said that, when the target passes. */
function Told({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const loop = useLoop();
  const target = <TargetLine lead={lead} />;
  return loop === null ? target : <loop.ToldSteps lead={lead} waits={waits} meanwhile={target} />;
}

function TargetLine({ lead: { due } }: { lead: QueueLead }) {
  const clock = useClock();
  const now = useLink((view) => view.asOf);
  return (
    <p className="next" id="claim-note">
      {due !== null && (
        <span>
          <b>{clock.exact(due)}</b>
          {now < due ? <Trans>target passes</Trans> : <Trans>target passed</Trans>}
        </span>
      )}
    </p>
  );
}

/** Of a lead that does not wait, and is to be called all the same: why. */
const ToldVerdict = ({ alert }: { alert: LiveAlert }) => (
  <div className="verdict" role="status">
    <span className="av av-l">
      <Icon of="phone" />
    </span>
    <span>
      <b className="why">
        <OwnReason alert={alert} />
      </b>
    </span>
  </div>
);
