import type { DataOf, EventType } from '@leadclock/domain/events/catalogue.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';

/** An event that the floor's programs will tell of. Instants are epoch milliseconds. */
export interface Planned {
  /** when it reaches the door: not before `time`, now and then long after it */
  readonly deliverAt: number;
  readonly id: string;
  readonly source: string;
  readonly type: EventType;
  readonly subject: string;
  readonly time: number;
  readonly historical: boolean;
  readonly data: DataOf<EventType>;
}

/** The event as its sender writes it. */
export const cloudEventOf = ({ id, source, type, subject, time, historical, data }: Planned) => ({
  specversion: '1.0',
  id,
  source,
  type,
  subject,
  time: writeInstant(time),
  ...(historical && { historical }),
  data,
});

/** The order of delivery. */
export const isBefore = (a: Planned, b: Planned): boolean =>
  a.deliverAt === b.deliverAt ? a.subject < b.subject || (a.subject === b.subject && a.id < b.id) : a.deliverAt < b.deliverAt;
