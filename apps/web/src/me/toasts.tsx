import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useTrust } from '../console/use-console.js';
import { Toast } from '../ringing/toast.js';
import { acknowledge, alertStore } from './alert-desk.js';
import { openLoopSheet } from './loop-desk.js';
import { offerStore } from './offer-desk.js';
import { toldTo } from './own-reason.js';
import { choose } from './selection.js';
import { useLoop } from './use-loop.js';

const SHOWN = 3;

/** Who is late, until the rep says that he has seen it or somebody answers. */
export function Toasts() {
  const { t } = useLingui();
  const mine = useStore(alertStore, (alerts) => alerts.mine);
  const { toMe, ended } = useStore(offerStore);
  const loop = useLoop();
  if (mine.length === 0 && toMe.length === 0 && ended.length === 0) return null;
  const more = mine.length - SHOWN;
  return (
    <section className="toasts" aria-label={t`Alerts`}>
      {loop !== null && <loop.OfferCards />}
      {mine.slice(0, SHOWN).map((alert) => (
        <OwnToast key={alert.alert} alert={alert} />
      ))}
      {more > 0 && (
        <div className="toast toast-more">
          <span>
            <Plural value={more} one="# more is late" other="# more are late" />
          </span>
          <Button className="btn btn-quiet" onPress={() => mine.forEach((alert) => void acknowledge(alert))}>
            <Trans>Seen all</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function OwnToast({ alert }: { alert: LiveAlert }) {
  const { t } = useLingui();
  const { live } = useTrust();
  const { name, lead } = alert;
  return (
    <Toast alert={alert} told={toldTo(alert)} open={() => choose(lead)} see={() => acknowledge(alert)}>
      {!alert.retracted && (
        <Button
          className="btn btn-quiet"
          isDisabled={!live}
          aria-label={t`Put off: ${name}`}
          onPress={() => {
            choose(lead);
            openLoopSheet('putOff', lead);
          }}
        >
          <Trans>Put off…</Trans>
        </Button>
      )}
    </Toast>
  );
}
