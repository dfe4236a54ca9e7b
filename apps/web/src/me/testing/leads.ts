import type { AgreedLead, QueueLead } from '@leadclock/live-protocol/queue-lead.js';

const TARGET_MS = 300_000;

/** A lead that has waited so many seconds at `asOf`. */
export function waits(
  lead: string,
  seconds: number,
  { asOf = 0, ...more }: Partial<QueueLead> & { readonly asOf?: number } = {},
): QueueLead {
  const since = asOf - seconds * 1_000;
  return {
    lead,
    name: lead,
    owner: null,
    since,
    due: since + TARGET_MS,
    heldMs: null,
    rep: null,
    team: null,
    origin: 'website',
    channel: 'web',
    product: null,
    assignment: null,
    ...more,
  };
}

/** The same as one about which something is agreed; `seconds` are those since it arrived. */
export const agreed = (lead: string, seconds: number, more: Partial<AgreedLead> = {}): AgreedLead => ({
  ...waits(lead, seconds),
  due: null,
  waits: false,
  ...more,
});

export const byId = <L extends QueueLead>(...leads: readonly L[]): Record<string, L> =>
  Object.fromEntries(leads.map((lead) => [lead.lead, lead]));
