import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { remember, remembered } from '../../console/remembered.js';
import { noticeStore, turnOnNotices } from '../../notices/notice-desk.js';

/** Said "not now" this often, nobody is asked again. */
const ASK_AT_MOST = 2;

const declined = (): number => Number(remembered('notices-declined') ?? 0);
/** Whether this visit may still ask. */
const askStore = createStore<{ readonly mayAsk: boolean }>(() => ({ mayAsk: declined() < ASK_AT_MOST }));
const asked = (): void => askStore.setState({ mayAsk: false });

/** "Not now": the card comes back at the next visit, once. */
function decline(): void {
  remember('notices-declined', String(declined() + 1));
  asked();
}

function accept(): void {
  asked();
  void turnOnNotices();
}

/** Offers notifications; never asked on load, and gone once they are on or were declined twice. */
export function TellMe() {
  const isOpen = useStore(noticeStore, ({ permission }) => permission === 'default');
  const mayAsk = useStore(askStore, (ask) => ask.mayAsk);
  if (!isOpen || !mayAsk) return null;
  return (
    <div className="ask">
      <b>
        <Trans>Get told when a lead passes its target</Trans>
      </b>
      <p>
        <Trans>This browser does not show notifications from Leadclock yet.</Trans>
      </p>
      <div className="bar">
        <Button className="btn" onPress={accept}>
          <Trans>Turn on</Trans>
        </Button>
        <Button className="btn btn-quiet" onPress={decline}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </div>
  );
}
