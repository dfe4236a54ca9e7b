import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { declineNotices, noticeStore, turnOnNotices } from './notice-desk.js';

/** Offers notifications; never asked on load, and gone once they are on or were declined twice. */
export function TellMe() {
  const ask = useStore(noticeStore, (notices) => notices.ask);
  if (!ask) return null;
  return (
    <div className="ask">
      <b>
        <Trans>Get told when a lead passes its target</Trans>
      </b>
      <p>
        <Trans>This browser does not show notifications from Leadclock yet.</Trans>
      </p>
      <div className="bar">
        <Button className="btn" onPress={() => void turnOnNotices()}>
          <Trans>Turn on</Trans>
        </Button>
        <Button className="btn btn-quiet" onPress={declineNotices}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </div>
  );
}
