import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { statusOf, waitMs } from '../clock/status.js';
import { Icon } from '../console/icons.js';
import { TargetBar } from '../console/target-bar.js';
import { useClock, useLink, useTrust } from '../console/use-console.js';
import { BigClock } from './big-clock.js';
import { CallClock } from './call-clock.js';
import { claimStore } from './claim-desk.js';
import { ClaimPlace, useClaimFace } from './claim-place.js';
import { useContact } from './lead-answers.js';
import { called, closeSheet, logStore, openSheet } from './log-desk.js';
import { memberOf } from './record.js';
import { rep } from './streams.js';
import { dialable } from './telephone.js';
import { useLoop } from './use-loop.js';
import { LostVerdict, NextActs, OverVerdict } from './verdict.js';

const TICK_BEFORE_MS = 60_000;

/** Clock, bar, and what to do now: the card keeps its height whatever the claim comes to. */
export function Decision({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const face = useClaimFace(lead, waits);
  const { known } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const call = !waits && lead.callBack?.by === rep;
  const ended = !call && (face === 'lost' || face === 'over');
  const loop = useLoop();
  return (
    <section className="panel decide">
      <div className="line">
        {face === 'lost' && <LostVerdict lead={lead} />}
        {face === 'over' && !call && <OverVerdict />}
        {call && <CallClock lead={lead} />}
        {!ended && !call && <BigClock lead={lead} />}
        {ended ? <NextActs lead={lead.lead} look={face === 'lost'} /> : <Acts lead={lead} face={face} />}
      </div>
      {!call && (
        <TargetBar
          status={statusOf(lead, asOf)}
          waitMs={waitMs(lead, asOf)}
          targetMs={lead.due === null ? null : lead.due - lead.since}
          known={known}
        />
      )}
      {!call && <Below lead={lead} face={face} />}
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
function Below({ lead, face }: { lead: QueueLead; face: ReturnType<typeof useClaimFace> }) {
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
        <span>{claim.problem}</span>
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
  return <Told lead={lead} />;
}

function Told({ lead }: { lead: QueueLead }) {
  const clock = useClock();
  const now = useLink((view) => view.asOf);
  const { due, heldMs } = lead;
  if (due === null || heldMs !== null) {
    return (
      <p className="next" id="claim-note">
        <span>
          {heldMs === null ? (
            <Trans>No policy gives it a target: nobody is told.</Trans>
          ) : (
            <Trans>Nobody is told while the clock stands.</Trans>
          )}
        </span>
      </p>
    );
  }
  const mine = lead.rep === rep;
  const owner = lead.owner ?? lead.rep;
  return (
    <p className="next" id="claim-note">
      {mine && now < due - TICK_BEFORE_MS && (
        <span>
          <b>{clock.exact(due - TICK_BEFORE_MS)}</b>
          <Trans>you hear a tick</Trans>
        </span>
      )}
      <span>
        <b>{clock.exact(due)}</b>
        {now < due ? (
          lead.rep === null ? (
            <Trans>everybody is told</Trans>
          ) : mine ? (
            <Trans>you are told</Trans>
          ) : (
            <Trans>{owner} is told</Trans>
          )
        ) : lead.rep === null ? (
          <Trans>everybody was told</Trans>
        ) : (
          <Trans>target passed</Trans>
        )}
      </span>
    </p>
  );
}
