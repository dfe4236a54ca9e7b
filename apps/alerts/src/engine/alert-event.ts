import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { ALERTS_SOURCE } from '@leadclock/domain/alerts/ladder-event-id.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { textDigest } from '@leadclock/domain/events/identity.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import type { RaisedAlert } from '@leadclock/read-model/outside/alert.table.js';
import type { SpooledRecord } from '@leadclock/read-model/outside/spool.table.js';

/** The event that says what became of an alert, on its way to the log. Its id follows from the alert: however often it is written, it is one. */
export function alertRecord(
  topic: string,
  what: 'raised' | 'resolved' | 'retracted',
  alert: Omit<RaisedAlert, 'unconfirmed'>,
  at: number,
): SpooledRecord {
  const type = `alert.${what}` as const;
  const input = {
    specversion: '1.0',
    id: textDigest(`${alert.id} ${what}`).slice(0, 32),
    source: ALERTS_SOURCE,
    type,
    subject: alert.lead,
    time: writeInstant(at),
    data: {
      alert: alert.id,
      step: alert.step,
      due_at: writeInstant(alert.dueAt),
      raised_at: writeInstant(alert.raisedAt),
      to: alert.rep ?? EVERYBODY,
    },
  };
  const parsed = parseEvent(input, { now: at, recordedTime: at, allowProductTypes: true });
  if (!parsed.ok) throw new Error(`an alert's event is none: ${parsed.path} ${parsed.problem}`);
  return { topic, key: alert.lead, value: encodeEvent(parsed.event) };
}
