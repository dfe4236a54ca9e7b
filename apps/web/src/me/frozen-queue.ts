import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { type SectionName, type Sections, sectionNames } from './queue.js';

/** A row as it stands on the page; `gone`: it waits no more, and stays until the order may change. */
export interface Row {
  readonly lead: QueueLead;
  readonly gone: boolean;
}

/** The queue as it is shown. */
export interface ShownQueue {
  readonly sections: Readonly<Record<SectionName, readonly Row[]>>;
  /** leads of mine or nobody's that wait for their place while the order stands still */
  readonly news: number;
  /** whether a new order would look otherwise */
  readonly moved: boolean;
}

/** The queue in its new order, or, while it stands still, the old rows in their places with what is true of them now. */
export function shownQueue(before: ShownQueue | null, fresh: Sections, still: boolean): ShownQueue {
  if (!still || before === null) return { sections: mapSections((name) => fresh[name].map(waits)), news: 0, moved: false };
  const now = new Map(sectionNames.flatMap((name) => fresh[name]).map((lead) => [lead.lead, lead]));
  const sections = mapSections((name) =>
    before.sections[name].map((row) => {
      const lead = now.get(row.lead.lead);
      return lead === undefined ? { lead: row.lead, gone: true } : waits(lead);
    }),
  );
  const shown = new Set(sectionNames.flatMap((name) => sections[name]).map((row) => row.lead.lead));
  const news = (['mineLate', 'calls', 'mine', 'nobodys'] as const)
    .flatMap((name) => fresh[name])
    .filter((lead) => !shown.has(lead.lead)).length;
  const moved = sectionNames.some((name) => ids(fresh[name]) !== ids(sections[name].map((row) => row.lead)));
  return { sections, news, moved };
}

const waits = (lead: QueueLead): Row => ({ lead, gone: false });
const ids = (leads: readonly QueueLead[]): string => leads.map((lead) => lead.lead).join('\n');

function mapSections(rows: (name: SectionName) => readonly Row[]): Record<SectionName, readonly Row[]> {
  return { mineLate: rows('mineLate'), calls: rows('calls'), mine: rows('mine'), nobodys: rows('nobodys'), others: rows('others') };
}

/** The rows that keys walk along: what is on the page, from top to bottom. */
export const walk = ({ sections }: ShownQueue, othersOpen: boolean): readonly Row[] =>
  sectionNames.filter((name) => name !== 'others' || othersOpen).flatMap((name) => sections[name]);

/** The next row in that direction that still waits; from nowhere the first, or the last. Null: there is none. */
export function stepFrom(rows: readonly Row[], lead: string | null, by: 1 | -1): string | null {
  const at = rows.findIndex((row) => row.lead.lead === lead);
  const from = at === -1 && by === -1 ? rows.length : at;
  for (let next = from + by; next >= 0 && next < rows.length; next += by) {
    const row = rows[next];
    if (row !== undefined && !row.gone) return row.lead.lead;
  }
  return null;
}
