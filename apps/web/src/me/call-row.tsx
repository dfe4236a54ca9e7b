import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../clock/words.js';
import { Icon } from '../console/icons.js';
import { useClock, useLink, useMoment, useOtherDay } from '../console/use-console.js';
import { waitingLead } from './queue-store.js';
import { rep } from './streams.js';
import { useRepName } from './verdict.js';

/** Whether a row of the queue is of a lead that waits no more, and that this rep has promised to call. */
export const isCallRow = ({ lead, callBack }: QueueLead): boolean => callBack?.by === rep && waitingLead(lead) === undefined;

/** The time of the call, and how long it is until then; of one that is due since another day, which. */
export function CallTimer({ lead: { name, callBack }, gone }: { lead: QueueLead; gone: boolean }) {
  const { t } = useLingui();
  const words = useWords();
  const clock = useClock();
  const moment = useMoment();
  const otherDay = useOtherDay();
  const asOf = useLink((view) => view.asOf);
  const at = callBack?.at ?? asOf;
  const due = at <= asOf;
  const left = words.wait(Math.abs(at - asOf));
  const when = moment(at, asOf);
  return (
    <span
      className="row-time"
      role="timer"
      aria-label={due ? t`${name} is to be called now, promised for ${when}` : t`${name} is to be called at ${when}`}
    >
      <span className={due && !gone ? 'chip chip-call is-due' : 'chip chip-call'}>
        <Icon of="phone" />
        <b>{clock.short(at)}</b>
      </span>
      <span className="word">
        {gone ? (
          <Trans context="a promised call">done</Trans>
        ) : due ? (
          (otherDay(at, asOf) ?? <Trans context="a promised call">due</Trans>)
        ) : (
          <Trans>in {left}</Trans>
        )}
      </span>
    </span>
  );
}

/** What is agreed about a lead, in a few words before its source; null: nothing. */
export function useMark({ offer, callBack }: QueueLead, call: boolean): string | null {
  const { t } = useLingui();
  const moment = useMoment();
  const minute = useLink((view) => view.asOf - (view.asOf % 60_000));
  const open = offer?.ended === null ? offer : null;
  const to = useRepName(open?.to ?? null);
  if (open !== null) return open.to === rep ? t`offered to you` : t`offered to ${to ?? open.to}`;
  if (callBack === undefined || call) return null;
  const at = moment(callBack.at, minute);
  return t`call back ${at}`;
}
