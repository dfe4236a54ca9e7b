import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useWords } from '../../clock/words.js';
import { Icon } from '../../console/icons.js';
import { useLink, useTrust } from '../../console/use-console.js';
import { acceptOffer, answeredHere, declineOffer, placeOf } from '../loop-desk.js';
import { endRead, offerStore } from '../offer-desk.js';
import { nameOfOffer, type OfferedLead, toldEnd } from '../offers.js';
import { choose } from '../selection.js';
import { rep } from '../streams.js';
import { useRepName } from '../verdict.js';
import { AskNote, useAsk } from './ask-note.js';

/** The leads that others offer to this rep, and how offers have just ended. */
export function OfferCards() {
  const { toMe, ended } = useStore(offerStore);
  return (
    <>
      {toMe.map((one, index) => (
        <OfferCard key={nameOfOffer(one.offer)} of={one} first={index === 0} />
      ))}
      {ended.map((one) => (
        <EndCard key={nameOfOffer(one.offer)} of={one} />
      ))}
    </>
  );
}

function OfferCard({ of: { lead, offer }, first }: { of: OfferedLead; first: boolean }) {
  const { t } = useLingui();
  const words = useWords();
  const { live } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const giver = useRepName(offer.from);
  const asking = useAsk(placeOf('answer', lead.lead))?.step === 'asking';
  const { name } = lead;
  const since = words.wait(Math.max(0, asOf - offer.since));
  return (
    <div className="toast toast-offer" role="group" aria-label={t`${giver ?? offer.from} offers you ${name}`}>
      <Icon of="right" />
      <div>
        <Button className="link cut" aria-label={t`Open: ${name}`} onPress={() => choose(lead.lead)}>
          <bdi>{name}</bdi>
        </Button>
        <span className="small">
          <Trans>
            {giver} offers it to you · {since}
          </Trans>
        </span>
        {!live && (
          <span className="small">
            <Trans>No connection: it can be answered once there is one.</Trans>
          </span>
        )}
        <AskNote place={placeOf('answer', lead.lead)} />
      </div>
      <Button
        className="btn btn-primary"
        {...(first && { 'data-key': 'accept' })}
        isDisabled={!live || asking}
        onPress={() => void acceptOffer(lead.lead, name, offer)}
      >
        <Trans>Accept</Trans>
        {first && <kbd>A</kbd>}
      </Button>
      <Button
        className="btn btn-quiet"
        {...(first && { 'data-key': 'decline' })}
        isDisabled={!live || asking}
        onPress={() => void declineOffer(lead.lead, offer)}
      >
        <Trans>Decline</Trans>
        {first && <kbd>D</kbd>}
      </Button>
    </div>
  );
}

function EndCard({ of }: { of: OfferedLead }) {
  const { t } = useLingui();
  const { lead, offer } = of;
  const other = useRepName(offer.from === rep ? offer.to : offer.from);
  const how = toldEnd(offer, rep, answeredHere(offer));
  return (
    <div className="toast toast-over">
      <Icon of="right" />
      <div>
        <b className="cut" dir="auto" title={lead.name}>
          {lead.name}
        </b>
        <span className="small" role="status">
          {how === 'accepted' && <Trans>{other} has accepted it</Trans>}
          {how === 'declined' && <Trans>{other} has declined: it stays yours</Trans>}
          {how === 'takenBack' && <Trans>{other} has taken the offer back</Trans>}
          {how === 'lapsed' && <Trans>The offer lapsed: the lead has changed hands or is closed</Trans>}
        </span>
      </div>
      <Button className="btn btn-quiet" aria-label={t`Seen: ${lead.name}`} onPress={() => endRead(of)}>
        <Trans>Seen</Trans>
      </Button>
    </div>
  );
}
