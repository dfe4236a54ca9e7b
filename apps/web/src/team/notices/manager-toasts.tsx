import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useClock, useTrust } from '../../console/use-console.js';
import { isCall, lateFrom } from '../../ringing/live-alert.js';
import { Toast } from '../../ringing/toast.js';
import { useAddress } from '../use-address.js';
import { acknowledge, managerAlertStore } from './manager-desk.js';
import { useKeptFocus } from './use-kept-focus.js';

const SHOWN = 5;

/** What managers are told, until the one who sits here says that he has seen it or it is over. */
export function ManagerToasts() {
  const { t } = useLingui();
  const { live } = useTrust();
  const mine = useStore(managerAlertStore, (alerts) => alerts.mine);
  const kept = useKeptFocus(mine.map(({ alert }) => alert).join(' '));
  const more = mine.length - SHOWN;
  if (mine.length === 0) return null;
  return (
    <section className="toasts" aria-label={t`Alerts`} {...kept}>
      {mine.slice(0, SHOWN).map((alert) => (
        <OneToast key={alert.alert} alert={alert} />
      ))}
      {more > 0 && (
        <div className="toast toast-more">
          <span>
            <Plural value={more} one="and # more" other="and # more" />
          </span>
          <Button className="btn btn-quiet" isDisabled={!live} onPress={() => void acknowledge(mine)}>
            <Trans>Seen all</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function OneToast({ alert }: { alert: LiveAlert }) {
  const { go } = useAddress();
  const clock = useClock();
  const since = clock.short(lateFrom(alert));
  return (
    <Toast
      alert={alert}
      told={(time, ahead) => (ahead ? <Trans>{time} left</Trans> : <Trans>{time} over</Trans>)}
      beside={(ahead) =>
        !isCall(alert) && (
          <>
            {' · '}
            {ahead ? <Trans>due at {since}</Trans> : <Trans>late since {since}</Trans>}
          </>
        )
      }
      open={() => go({ lead: alert.lead })}
      see={() => acknowledge([alert])}
    />
  );
}
