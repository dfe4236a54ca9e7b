import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePutOffWords } from '../../console/put-off-words.js';
import { useClock, useLink, useLive, useMoment, useTrust } from '../../console/use-console.js';
import { isPutOff } from '../../ringing/live-alert.js';
import { seat } from '../alert-desk.js';
import { alertOf } from '../alerts.js';
import { useClaimFace } from '../claim-place.js';
import { dropCall, giveBack, openLoopSheet, placeOf, takeBack } from '../loop-desk.js';
import { loopSheetStore } from '../loop-sheet.js';
import { floor, rep } from '../streams.js';
import { useRepName } from '../verdict.js';
import { AskNote, useAsk } from './ask-note.js';

/** What else can be done with the lead, and what is agreed about it. */
export function LeadActs({ lead, waits }: { lead: QueueLead; waits: boolean }) {
  const { live } = useTrust();
  const mine = useClaimFace(lead, waits) === 'yours' || lead.rep === rep;
  const alert = useLive(floor, (state) => alertOf(state?.alerts ?? {}, lead.lead, seat()));
  const open = useStore(loopSheetStore, (view) => (view.open?.lead === lead.lead ? view.open.sheet : null));
  const releasing = useAsk(placeOf('release', lead.lead))?.step === 'asking';
  const offered = lead.offer?.ended === null;
  return (
    <div className="loop">
      <Agreed lead={lead} />
      <div className="loop-acts">
        <Button
          className="btn"
          data-key="callBack"
          aria-expanded={open === 'callBack'}
          isDisabled={!live}
          onPress={() => openLoopSheet('callBack', lead.lead)}
        >
          <Trans>Call back…</Trans>
          <kbd>B</kbd>
        </Button>
        {mine && (
          <Button
            className="btn"
            data-key="handOver"
            aria-expanded={open === 'handOver'}
            isDisabled={!live || offered}
            onPress={() => openLoopSheet('handOver', lead.lead)}
          >
            <Trans>Hand over…</Trans>
            <kbd>O</kbd>
          </Button>
        )}
        {mine && waits && (
          <Button className="btn" data-key="giveBack" isDisabled={!live || releasing} onPress={() => void giveBack(lead.lead)}>
            <Trans>Give back</Trans>
            <kbd>R</kbd>
          </Button>
        )}
        {alert !== null && (
          <Button
            className="btn"
            data-key="putOff"
            aria-expanded={open === 'putOff'}
            isDisabled={!live}
            onPress={() => openLoopSheet('putOff', lead.lead)}
          >
            <Trans>Put off…</Trans>
            <kbd>S</kbd>
          </Button>
        )}
      </div>
      {(['release', 'takeBack', 'dropCall'] as const).map((what) => (
        <AskNote key={what} place={placeOf(what, lead.lead)} />
      ))}
    </div>
  );
}

/** The offer that waits, the call that is promised, and the alert that is put off, each with its way back. */
function Agreed({ lead }: { lead: QueueLead }) {
  const { live } = useTrust();
  const clock = useClock();
  const moment = useMoment();
  const words = usePutOffWords();
  const asOf = useLink((view) => view.asOf);
  const alert = useLive(floor, (state) => alertOf(state?.alerts ?? {}, lead.lead, seat()));
  const offer = lead.offer?.ended === null ? lead.offer : null;
  const [from, to] = [useRepName(offer?.from ?? null), useRepName(offer?.to ?? null)];
  const caller = useRepName(lead.callBack?.by ?? null);
  const snoozed = alert !== null && isPutOff(alert, asOf) ? alert.snoozed : undefined;
  const snoozer = useRepName(snoozed?.by ?? null);
  const since = offer === null ? '' : clock.short(offer.since);
  const at = lead.callBack === undefined ? '' : moment(lead.callBack.at, asOf);
  const until = snoozed === undefined ? '' : clock.short(snoozed.until);
  const { callBack } = lead;
  return (
    <>
      {offer !== null && (
        <p className="agreed">
          <span>
            {offer.from === rep ? (
              <Trans>
                Offered to <b>{to}</b> at {since}, no answer yet
              </Trans>
            ) : (
              <Trans>
                <b>{from}</b> offers it to {to}, since {since}
              </Trans>
            )}
          </span>
          {offer.from === rep && (
            <Button className="btn btn-quiet" isDisabled={!live} onPress={() => void takeBack(lead.lead, offer)}>
              <Trans>Take back</Trans>
            </Button>
          )}
        </p>
      )}
      {callBack !== undefined && (
        <p className="agreed">
          <span>
            {callBack.by === rep ? (
              <Trans>
                You promised to call at <b>{at}</b>
              </Trans>
            ) : (
              <Trans>
                {caller} promised to call at <b>{at}</b>
              </Trans>
            )}
          </span>
          {callBack.by === rep && (
            <Button className="btn btn-quiet" isDisabled={!live} onPress={() => void dropCall(lead.lead, callBack.event)}>
              <Trans>Do not call</Trans>
            </Button>
          )}
        </p>
      )}
      {snoozed !== undefined && (
        <p className="agreed">
          <span>
            <Trans>
              put off until <b>{until}</b> · {snoozer}
            </Trans>
            {snoozed.reason !== null && <> · {words(snoozed.reason)}</>}
          </span>
        </p>
      )}
    </>
  );
}
