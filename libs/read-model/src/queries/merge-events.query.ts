import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import type { Snapshot } from './snapshot.js';

/**
 * Of every lead that was ever said to be merged the events that decide about it: merges, retractions, and whatever else came under the identity
 * of one. Found by an index of their own, so that it costs nothing where nobody was.
 */
export async function mergeEvents({ em, set }: Snapshot): Promise<ReadonlyMap<string, readonly LeadclockEvent[]>> {
  const rows = await em.query<{ subject: string; body: string }[]>(
    `with child as (select distinct subject from ${set.name}.timeline where type = 'lead.merged'),
     named as (
       select distinct t.subject, t.source, t.id from child join ${set.name}.timeline t using (subject)
        where t.type in ('lead.merged', 'event.retracted'))
     select t.subject, t.body::text as body from named join ${set.name}.timeline t using (subject, source, id)`,
  );
  const events = new Map<string, LeadclockEvent[]>();
  for (const { subject, body } of rows) {
    const decoded = decodeEvent(body);
    if (!decoded.ok) throw new Error(`an event of the read model cannot be read: ${decoded.reason}`);
    const known = events.get(subject);
    if (known === undefined) events.set(subject, [decoded.event]);
    else known.push(decoded.event);
  }
  return events;
}
