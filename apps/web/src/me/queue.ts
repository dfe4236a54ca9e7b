import type { AgreedLead, QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { statusOf } from '../clock/status.js';

/** The sections of a rep's queue, in the order of the page. */
export const sectionNames = ['mineLate', 'calls', 'mine', 'nobodys', 'others'] as const;
export type SectionName = (typeof sectionNames)[number];
export type Sections = Readonly<Record<SectionName, readonly QueueLead[]>>;

/** What the streams say of the leads that wait, by id. */
export interface Waiting {
  readonly floor: Readonly<Record<string, QueueLead>>;
  readonly own: Readonly<Record<string, QueueLead>>;
  /** leads about which this rep has agreed something, also such that wait no more */
  readonly agreed: Readonly<Record<string, AgreedLead>>;
}

/** All leads that are known to wait; one that both streams have is as the floor has it. */
export const allWaiting = ({ floor, own }: Pick<Waiting, 'floor' | 'own'>): Readonly<Record<string, QueueLead>> => ({ ...own, ...floor });

export const isLate = (lead: QueueLead, asOf: number): boolean => ['late', 'very'].includes(statusOf(lead, asOf));

/** The leads that do not wait any more and that this rep has promised to call, the first promise first. */
export const callsOf = ({ floor, own, agreed }: Waiting, rep: string): readonly AgreedLead[] =>
  Object.values(agreed)
    .filter(({ lead, callBack, waits }) => callBack?.by === rep && !waits && floor[lead] === undefined && own[lead] === undefined)
    .sort((a, b) => (a.callBack?.at ?? 0) - (b.callBack?.at ?? 0) || byId(a, b));

/**
 * Who sits where: mine that are late first, then who is to be called back, mine, nobody's, and others'. In each the longest wait first, what is held
 * back last.
 */
export function queueOf(waiting: Waiting, rep: string, asOf: number): Sections {
  const sections: Record<SectionName, QueueLead[]> = { mineLate: [], calls: [], mine: [], nobodys: [], others: [] };
  for (const lead of Object.values(allWaiting(waiting))) sections[sectionOf(lead, rep, asOf)].push(lead);
  for (const name of sectionNames) sections[name].sort((a, b) => order(a, asOf) - order(b, asOf) || a.since - b.since || byId(a, b));
  sections.calls.push(...callsOf(waiting, rep));
  return sections;
}

function sectionOf(lead: QueueLead, rep: string, asOf: number): SectionName {
  if (lead.rep === rep) return isLate(lead, asOf) ? 'mineLate' : 'mine';
  return lead.rep === null ? 'nobodys' : 'others';
}

const order = (lead: QueueLead, asOf: number): number => {
  const status = statusOf(lead, asOf);
  if (status === 'paused') return 3;
  if (status === 'untimed') return 2;
  return isLate(lead, asOf) ? 0 : 1;
};

const byId = (a: QueueLead, b: QueueLead): number => (a.lead < b.lead ? -1 : 1);
