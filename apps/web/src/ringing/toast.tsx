import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { Shape } from '../clock/shapes.js';
import { Icon } from '../console/icons.js';
import { useLink, useTrust } from '../console/use-console.js';
import { AlertReason, type ReasonProps } from './alert-reason.js';
import { isAhead, isCall } from './live-alert.js';

interface ToastProps extends ReasonProps {
  /** what is said beside that, whatever it is */
  readonly beside?: (ahead: boolean) => ReactNode;
  readonly open: () => void;
  /** says that whoever sits here has seen it; false: nobody knows whether that was heard */
  readonly see: () => Promise<boolean>;
  /** what else can be done about it */
  readonly children?: ReactNode;
}

/** One alert on a page: who it is about, what it is, and what can be done. */
export function Toast({ alert, told, beside, open, see, children }: ToastProps) {
  const { live } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const [step, setStep] = useState<'open' | 'asking' | 'failed'>('open');
  const ahead = isAhead(alert, asOf);
  const { name } = alert;
  const seen = async (): Promise<void> => {
    setStep('asking');
    setStep((await see()) ? 'open' : 'failed');
  };
  return (
    <div className={alert.retracted ? 'toast toast-over' : 'toast'}>
      {isCall(alert) ? <Icon of="phone" /> : <Shape of={alert.retracted ? 'done' : ahead ? 'soon' : 'late'} />}
      <div>
        <b className="cut" dir="auto" title={name}>
          {name}
        </b>
        <span className="small">
          <AlertReason alert={alert} told={told} />
          {beside?.(ahead)}
          {alert.unconfirmed && !alert.retracted && (
            <>
              {' · '}
              <Trans>an answer may be on its way</Trans>
            </>
          )}
        </span>
      </div>
      <Button className="btn" onPress={open}>
        <Trans context="button of an alert">Open</Trans>
      </Button>
      {children}
      <Button className="btn btn-quiet" isDisabled={!live} isPending={step === 'asking'} onPress={() => void seen()}>
        {step === 'failed' ? <Trans>Try again</Trans> : <Trans>Seen</Trans>}
      </Button>
    </div>
  );
}
