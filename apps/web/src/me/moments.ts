import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';

const MINUTE_MS = 60_000;

/** What is worth a sound or a word between two looks at the queue. */
export type Moment = { readonly what: 'new' | 'minute'; readonly lead: QueueLead };

/** New leads of mine or nobody's, and leads of mine that have a minute left; at the first look nothing is new, and a minute that nobody looked is over. */
export function momentsBetween(
  before: { readonly leads: Readonly<Record<string, QueueLead>>; readonly asOf: number } | null,
  now: { readonly leads: Readonly<Record<string, QueueLead>>; readonly asOf: number },
  rep: string,
): readonly Moment[] {
  if (before === null) return [];
  return Object.values(now.leads)
    .filter((lead) => lead.rep === rep || lead.rep === null)
    .flatMap((lead) => momentOf(lead, before.leads, before.asOf, now.asOf, rep) ?? []);
}

function momentOf(lead: QueueLead, known: Readonly<Record<string, QueueLead>>, from: number, to: number, rep: string): Moment | null {
  if (Object.getOwnPropertyDescriptor(known, lead.lead) === undefined) return { what: 'new', lead };
  if (lead.rep !== rep || lead.due === null || lead.heldMs !== null) return null;
  const minuteLeft = lead.due - MINUTE_MS;
  return minuteLeft > from && minuteLeft <= to && lead.due > to ? { what: 'minute', lead } : null;
}
