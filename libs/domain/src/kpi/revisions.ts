import type { EventType } from '../events/catalogue.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import type { KpiContext, Part } from './kpi.js';
import { startAnswer } from './running-answer.js';
import type { FactView } from './tally.js';

/**
 * Why what a subject adds to a number is another today than what was said when the window ended. Told from the events of the subject and of the
 * leads that merges tie to it, or tied then, by their types and dates:
 * `corrected`, `retracted`, `merged`, `erased`: such an event was recorded since, whatever it is dated; `reassigned`: a change of owner was;
 * `late`: another event that is dated up to the end was; `later`: another event that is dated after the end, up to the instant asked about, was;
 * `configuration`: what was known then gives another share under the configuration of today (policies, calendars, teams, pipelines, zone, currency);
 * `rates`: an exchange rate has become known since; `time`: nothing was recorded, a deadline or another limit passed between the two instants.
 */
export const revisionReasons = [
  'late',
  'corrected',
  'retracted',
  'merged',
  'erased',
  'reassigned',
  'configuration',
  'rates',
  'later',
  'time',
] as const;
export type RevisionReason = (typeof revisionReasons)[number];

const byType: Partial<Record<EventType, RevisionReason>> = {
  'touchpoint.corrected': 'corrected',
  'touchpoint.retracted': 'retracted',
  'event.retracted': 'retracted',
  'lead.merged': 'merged',
  'lead.erased': 'erased',
};

const ownership: ReadonlySet<EventType> = new Set<EventType>(['lead.assigned', 'lead.claimed', 'lead.handover_accepted']);

/**
 * What an event of a subject has to do with a change since the window ended: by its type and its dates alone. null: nothing, since it was known
 * by then, or is dated after the instant asked about.
 */
export function reasonOf(event: LeadclockEvent, ended: number, asOf: number): RevisionReason | null {
  if (event.recordedTime <= ended) return null;
  const correction = byType[event.type];
  if (correction !== undefined) return correction;
  const time = effectiveTime(event);
  if (time > asOf) return null;
  if (ownership.has(event.type)) return 'reassigned';
  return time <= ended ? 'late' : 'later';
}

/** Rows of one subject that a part of a question counts. */
export interface PartRows<Row extends FactView = FactView> {
  readonly part: Part;
  readonly rows: readonly Row[];
}

/** What rows add to a number, as text to compare: the groups that each part makes of them alone. */
export function shareIn(parts: readonly PartRows[], context: KpiContext): string {
  const shares = parts.map(({ part: { name, of, asking }, rows }) => {
    if (rows.length === 0) return '';
    const answer = startAnswer(of, asking, context);
    for (const row of rows) answer.add(row);
    const groups = answer
      .groups(asking.asOf)
      .filter(({ n, value, excluded }) => n > 0 || Boolean(value) || Object.keys(excluded).length > 0);
    return `${name} ${JSON.stringify(groups)}`;
  });
  return shares.filter((share) => share !== '').join('\n');
}
