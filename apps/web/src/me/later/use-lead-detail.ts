import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { useLive, useTrust } from '../../console/use-console.js';
import { alertsHeard } from '../alerts.js';
import { useDetail } from '../lead-answers.js';
import { floor, own } from '../streams.js';

/** How old the sums of a pause that goes on may be. */
const PAUSED_AGAIN_MS = 15_000;
/** Of the steps of a policy that was set anew no stream says anything. */
const AGAIN_MS = 60_000;

/** What `GET /v1/leads/:id` says of a lead, asked anew whenever the streams say that something about it has changed; null: it is not known yet. */
export function useLeadDetail({ lead, rep, team, since, due, heldMs, callBack }: QueueLead, waits: boolean): unknown {
  const { live } = useTrust();
  const answered = useLive(own, (state) => state?.today.answered ?? 0);
  const alerts = useLive(floor, (state) => alertsHeard(state?.alerts ?? {}, lead));
  const version = [rep, team, waits, since, due, heldMs, callBack?.event.id, answered, alerts].join(' ');
  const { data } = useDetail(lead, version, live && (waits && heldMs !== null ? PAUSED_AGAIN_MS : AGAIN_MS));
  return data?.kind === 'found' ? data.body : null;
}
