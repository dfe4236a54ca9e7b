import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { useLive, useTrust } from '../../console/use-console.js';
import { useDetail } from '../lead-answers.js';
import { own } from '../streams.js';

/** How old the sums of a pause that goes on may be. */
const AGAIN_AFTER_MS = 15_000;

/** What `GET /v1/leads/:id` says of a lead, asked anew whenever the streams say that something about it has changed; null: it is not known yet. */
export function useLeadDetail({ lead, rep, since, heldMs }: QueueLead, waits: boolean): unknown {
  const { live } = useTrust();
  const answered = useLive(own, (state) => state?.today.answered ?? 0);
  const { data } = useDetail(lead, [rep, waits, since, heldMs, answered].join(' '), live && waits && heldMs !== null && AGAIN_AFTER_MS);
  return data?.kind === 'found' ? data.body : null;
}
