import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../clock/words.js';
import { useClock, useLink } from '../console/use-console.js';
import { isAhead, isCall, lateFrom } from './live-alert.js';

export interface ReasonProps {
  readonly alert: LiveAlert;
  /** what is said of one that waits for an answer: how long it is until its target, or beyond it */
  readonly told: (time: string, ahead: boolean) => ReactNode;
}

/** Why somebody is told of a lead. */
export function AlertReason({ alert, told }: ReasonProps) {
  const words = useWords();
  const asOf = useLink((view) => view.asOf);
  if (isCall(alert)) return <Promised alert={alert} />;
  if (alert.retracted) return <Trans>was answered in time after all</Trans>;
  if (alert.answered === true) return <Trans>answered, nobody has spoken with them yet</Trans>;
  return told(words.wait(Math.abs(asOf - lateFrom(alert))), isAhead(alert, asOf));
}

/** A call that is due, and for when it was promised. */
function Promised({ alert }: { alert: LiveAlert }) {
  const clock = useClock();
  const at = clock.short(alert.due);
  if (alert.retracted) return <Trans>the call is not due any more</Trans>;
  return <Trans>Call back now · promised for {at}</Trans>;
}
