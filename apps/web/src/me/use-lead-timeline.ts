import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { useLive } from '../console/use-console.js';
import { useTimeline } from './lead-answers.js';
import { own } from './streams.js';

/** What has happened to a lead, asked anew whenever the streams say that something has: it has another owner, waits no more, is paused or resumed. */
export function useLeadTimeline({ lead, rep, since, heldMs }: QueueLead, waits: boolean) {
  const answered = useLive(own, (state) => state?.today.answered ?? 0);
  return useTimeline(lead, [rep, waits, since, heldMs, answered].join(' '));
}
