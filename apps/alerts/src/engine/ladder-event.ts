import { ALERTS_SOURCE, ladderEventId } from '@leadclock/domain/alerts/ladder-event-id.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { parseEvent } from '@leadclock/domain/events/parse-event.js';
import type { SpooledRecord } from '@leadclock/read-model/outside/spool.table.js';

/** What a step of a ladder does, as events: its subject's alone. */
export type LadderEvent =
  | { readonly type: 'lead.assigned'; readonly subject: string; readonly data: { readonly owner: string | null; readonly by: string } }
  | { readonly type: 'rota.advanced'; readonly subject: string; readonly data: { readonly rep: string } }
  | { readonly type: 'rep.status_changed'; readonly subject: string; readonly data: { readonly status: 'away'; readonly by: string } };

/** To whom such events give the lead; null: to nobody, or it stays where it is. */
export function newOwnerIn(events: readonly LadderEvent[]): string | null {
  const assigned = events.find((event) => event.type === 'lead.assigned');
  return assigned === undefined ? null : assigned.data.owner;
}

/** Whose a lead is before and after such events; null: nobody's. */
export function ownersBy(events: readonly LadderEvent[], before: string | null): readonly (string | null)[] {
  const assigned = events.find((event) => event.type === 'lead.assigned');
  return assigned === undefined ? [before] : [before, assigned.data.owner];
}

/** Such an event on its way to the log. */
export function ladderRecord(topic: string, alert: string, { type, subject, data }: LadderEvent, at: number): SpooledRecord {
  const id = ladderEventId(alert, type);
  const input = { specversion: '1.0', id, source: ALERTS_SOURCE, type, subject, time: writeInstant(at), data };
  const parsed = parseEvent(input, { now: at, recordedTime: at, allowProductTypes: true });
  if (!parsed.ok) throw new Error(`an event of a ladder is none: ${parsed.path} ${parsed.problem}`);
  return { topic, key: subject, value: encodeEvent(parsed.event) };
}
