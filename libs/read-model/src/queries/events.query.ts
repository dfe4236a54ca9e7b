import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { eachBySubject } from '../write/each-by-subject.js';
import type { Snapshot } from './snapshot.js';

interface EventRow {
  subject: string;
  body: string;
}

/** What was decoded last: every question reads the configuration, and it hardly ever changes. */
let lastRead: { readonly bodies: readonly string[]; readonly events: readonly LeadclockEvent[] } = { bodies: [], events: [] };

/** All configuration events of the set, in no order; the same array as the last time: they are the same. */
export async function configurationEvents({ em, set }: Snapshot): Promise<readonly LeadclockEvent[]> {
  const rows = await em.query<EventRow[]>(`select subject, body::text as body from ${set.name}.config_event`);
  const bodies = rows.map(({ body }) => body);
  const { bodies: known } = lastRead;
  if (bodies.length !== known.length || bodies.some((body, index) => body !== known[index]))
    lastRead = { bodies, events: bodies.flatMap(stored) };
  return lastRead.events;
}

/** Configuration events about one subject. */
export async function configurationEventsOf({ em, set }: Snapshot, subject: string): Promise<LeadclockEvent[]> {
  const rows = await em.query<EventRow[]>(`select subject, body::text as body from ${set.name}.config_event where subject = $1`, [subject]);
  return rows.flatMap(({ body }) => stored(body));
}

/** Every version of every event of these subjects, by subject; those that have none are not in it. */
export async function eventsOfSubjects({ em, set }: Snapshot, subjects: readonly string[]): Promise<Map<string, LeadclockEvent[]>> {
  const rows = await em.query<EventRow[]>(`select t.subject, t.body::text as body from ${eachBySubject(`${set.name}.timeline`)} t`, [
    subjects,
  ]);
  const events = new Map<string, LeadclockEvent[]>();
  for (const { subject, body } of rows) {
    const known = events.get(subject);
    if (known === undefined) events.set(subject, stored(body));
    else known.push(...stored(body));
  }
  return events;
}

/** What the projector stored it could read, so this version must read it too. */
export function stored(body: string): LeadclockEvent[] {
  const decoded = decodeEvent(body);
  if (!decoded.ok) throw new Error(`an event of the read model cannot be read: ${decoded.reason}`);
  return [decoded.event];
}
