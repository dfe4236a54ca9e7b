import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { Icon } from '../console/icons.js';
import { useLink, useTrust } from '../console/use-console.js';
import { acknowledge, alertStore } from './alert-desk.js';
import { AlertReason } from './alert-reason.js';
import { isAhead, isCall } from './alerts.js';
import { openLoopSheet } from './loop-desk.js';
import { offerStore } from './offer-desk.js';
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
        <Toast key={alert.alert} alert={alert} />
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

function Toast({ alert }: { alert: LiveAlert }) {
  const { t } = useLingui();
  const { live } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const [step, setStep] = useState<'open' | 'asking' | 'failed'>('open');
  const ahead = isAhead(alert, asOf);
  const { name } = alert;
  const seen = async (): Promise<void> => {
    setStep('asking');
    setStep((await acknowledge(alert)) ? 'open' : 'failed');
  };
  return (
    <div className={alert.retracted ? 'toast toast-over' : 'toast'}>
      {isCall(alert) ? <Icon of="phone" /> : <Shape of={alert.retracted ? 'done' : ahead ? 'soon' : 'late'} />}
      <div>
        <b className="cut" dir="auto" title={name}>
          {name}
        </b>
        <span className="small">
          <AlertReason alert={alert} />
          {alert.unconfirmed && !alert.retracted && (
            <>
              {' · '}
              <Trans>an answer may be on its way</Trans>
            </>
          )}
        </span>
      </div>
      <Button className="btn" onPress={() => choose(alert.lead)}>
        <Trans>Open</Trans>
      </Button>
      {!alert.retracted && (
        <Button
          className="btn btn-quiet"
          isDisabled={!live}
          aria-label={t`Put off: ${name}`}
          onPress={() => {
            choose(alert.lead);
            openLoopSheet('putOff', alert.lead);
          }}
        >
          <Trans>Put off…</Trans>
        </Button>
      )}
      <Button className="btn btn-quiet" isDisabled={!live || step === 'asking'} onPress={() => void seen()}>
        {step === 'failed' ? <Trans>Try again</Trans> : <Trans>Seen</Trans>}
      </Button>
    </div>
  );
}
