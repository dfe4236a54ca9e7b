import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import { cloudEventOf, type Planned } from '../plan/planned.js';

/** The event as the door takes it in at the instant at which it is delivered; throws when the door would refuse it or drop a part. */
export function heard(planned: Planned): LeadclockEvent {
  const sent: unknown = JSON.parse(JSON.stringify(cloudEventOf(planned)));
  const parsed = parseEvent(sent, { now: planned.deliverAt, recordedTime: planned.deliverAt });
  if (!parsed.ok) throw new Error(`${planned.type} ${parsed.path} ${parsed.problem}`);
  if (parsed.dropped.length > 0) throw new Error(`${planned.type}: the door drops ${parsed.dropped.join(', ')}`);
  return parsed.event;
}
