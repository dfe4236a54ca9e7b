import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { waitForTurn } from '@leadclock/read-model/outside/idempotency.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import type { EntityManager } from 'typeorm';
import { knownEvents } from '../policies/known-configuration.js';

/** An event of the configuration that is to be told, as a sender would write it. */
export interface SettingEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: object;
}

/** Who sets hours does so one after the other, each seeing what the one before has set. */
const TURN = '/leadclock/calendars';

/** What was accepted up to now, for who holds the turn until his transaction ends. */
export async function eventsInTurn(em: EntityManager, configLog: EventLog): Promise<readonly LeadclockEvent[]> {
  await waitForTurn(em, TURN);
  return knownEvents(em, configLog);
}

/** An event that was planned is none that the door takes; the path is that of what was sent. */
export class NoEvent extends Error {
  override readonly name = 'NoEvent';

  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super('what was planned is no event');
  }
}

/** Puts events of the configuration into the spool of this transaction. */
export async function tellSettings(em: EntityManager, topic: string, events: readonly SettingEvent[], at: number): Promise<void> {
  const records = events.map((event) => {
    const parsed = parseEvent(event, { now: at, recordedTime: at });
    if (!parsed.ok) throw new NoEvent(parsed.path.replace('$.data', '$'), parsed.problem);
    return { topic, key: event.subject, value: encodeEvent(parsed.event) };
  });
  await putIntoSpool(em, records);
}
