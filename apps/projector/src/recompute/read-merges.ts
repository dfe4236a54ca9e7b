import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { eventKey } from '@leadclock/domain/events/identity.js';
import { edgesOf, type MergeEdge } from '@leadclock/domain/merges/merge-edges.js';
import { type Merges, resolveMerges } from '@leadclock/domain/merges/resolve-merges.js';
import type { EventLog, LogRecord } from '@leadclock/event-log/event-log.js';
import type { Refused } from '../folding/gather.js';
import { type Place, readRecord } from '../reading/read-record.js';
import { namedSubject } from './passes.js';

/** A part of a partition, and the records in it that the database refused: those are parked, and say nothing. */
export interface ReadRange {
  readonly partition: number;
  /** offsets `[first, next)` */
  readonly first: number;
  readonly next: number;
  readonly refused: Refused;
}

/** All merges that the log says in these ranges. */
export interface ReadMerges {
  readonly merges: Merges;
  readonly edges: readonly MergeEdge[];
}

/** An event of these types decides about merges; any other may only have come under the identity of one. */
const deciding = ['"lead.merged"', '"event.retracted"'];

/**
 * Reads the merges of a log: what they come to decides which leads are folded together, so it must be known before any is. Goes through the log
 * once without taking records apart; where somebody was merged once more, for other contents under the identity of what was found.
 */
export async function readMerges(eventsLog: EventLog, ranges: readonly ReadRange[]): Promise<ReadMerges> {
  const said = new Map<string, LeadclockEvent[]>();
  const children = new Set<string>();
  await eachRecord(eventsLog, ranges, (record, take) => {
    if (!deciding.some((type) => record.value?.includes(type) === true)) return;
    const event = take();
    if (event?.type !== 'lead.merged' && event?.type !== 'event.retracted') return;
    keep(said, event);
    if (event.type === 'lead.merged') children.add(event.subject);
  });
  if (children.size === 0) return { merges: resolveMerges([]), edges: [] };
  const names = new Set([...children].flatMap((child) => (said.get(child) ?? []).map(nameOf)));
  await eachRecord(eventsLog, ranges, (record, take) => {
    const named = namedSubject(record);
    if (named !== null && !children.has(named)) return;
    const event = take();
    if (event === null || event.type === 'lead.merged' || event.type === 'event.retracted') return;
    if (children.has(event.subject) && names.has(nameOf(event))) keep(said, event);
  });
  const edges = [...children].flatMap((child) => edgesOf(said.get(child) ?? []));
  return { merges: resolveMerges(edges), edges };
}

const nameOf = (event: LeadclockEvent): string => `${event.subject}\u0000${eventKey(event)}`;

function keep(said: Map<string, LeadclockEvent[]>, event: LeadclockEvent): void {
  const known = said.get(event.subject);
  if (known === undefined) said.set(event.subject, [event]);
  else known.push(event);
}

/** Hands over each record that was not refused; `take` reads its event, null when it is none of ours. */
async function eachRecord(
  eventsLog: EventLog,
  ranges: readonly ReadRange[],
  onRecord: (record: LogRecord, take: () => LeadclockEvent | null) => void,
): Promise<void> {
  const { topic, partitions } = eventsLog;
  for (const { partition, first, next, refused } of ranges) {
    const place: Place = { topic, partition, partitions };
    await eventsLog.read(partition, first, next, async (records) => {
      for (const record of records) {
        if (refused.has(`${partition}/${record.offset}`)) continue;
        onRecord(record, () => {
          const read = readRecord(record, place);
          return read.ok ? read.heard.event : null;
        });
      }
    });
  }
}
