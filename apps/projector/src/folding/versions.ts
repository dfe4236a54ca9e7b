import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { contentDigest, eventKey } from '@leadclock/domain/events/identity.js';
import type { StoredVersion, TimelineRow } from '@leadclock/read-model/write/timeline.table.js';
import type { HeardEvent } from '../reading/read-record.js';

/** All versions of the events of one subject, and what the newly heard ones change in its timeline. */
export interface MergedVersions {
  /** one content of one identity each, as it was heard earliest */
  readonly versions: readonly Version[];
  readonly fresh: readonly TimelineRow[];
  /** versions that stand in the timeline and were heard earlier than it says */
  readonly lowered: readonly TimelineRow[];
}

interface Version {
  row: StoredVersion;
  /** null: it comes from the timeline and was not read back yet */
  event: LeadclockEvent | null;
  /** what the timeline is to hold of it from now on; null: what it holds already */
  heard: TimelineRow | null;
  readonly isStored: boolean;
}

/** Puts what was heard to what is stored. A repeat changes nothing, unless it was heard earlier. */
export function mergeVersions(stored: readonly StoredVersion[], heard: readonly HeardEvent[]): MergedVersions {
  const found = new Map<string, Version>();
  for (const row of stored) {
    const key = keyOf(row);
    const before = found.get(key);
    if (before === undefined || heardEarlier(row, before.row)) found.set(key, { row, event: null, heard: null, isStored: true });
  }
  for (const { event, body } of heard) {
    const row = firstVersion(event, body);
    const key = keyOf(row);
    const before = found.get(key);
    if (before === undefined) found.set(key, { row, event, heard: row, isStored: false });
    else if (heardEarlier(row, before.row)) Object.assign(before, { row, event, heard: row });
  }
  const versions = [...found.values()];
  const fresh: TimelineRow[] = [];
  const lowered: TimelineRow[] = [];
  for (const version of versions) if (version.heard !== null) (version.isStored ? lowered : fresh).push(version.heard);
  return { versions, fresh, lowered };
}

const keyOf = (row: StoredVersion): string => `${row.digest}${eventKey(row)}`;

/** Of one content the line that stays: heard first, then the smaller text, so that the order of the log does not matter. */
function heardEarlier(a: StoredVersion, b: StoredVersion): boolean {
  return a.recordedTime === b.recordedTime ? a.body < b.body : a.recordedTime < b.recordedTime;
}

/** The row of an event that was heard; its digest is taken here. */
export function firstVersion(event: LeadclockEvent, body: string): TimelineRow {
  const { subject, source, id, type, time, recordedTime } = event;
  return { subject, source, id, digest: contentDigest(event), type, time, recordedTime, body };
}

/** The events themselves. Throws when a stored line cannot be read any more, which only a mistake in an upcaster can bring about. */
export function eventsOf(versions: readonly Version[]): readonly LeadclockEvent[] {
  return versions.map(({ event, row }) => {
    if (event !== null) return event;
    const decoded = decodeEvent(row.body);
    if (!decoded.ok) throw new Error(`a stored event cannot be read any more: ${decoded.reason}`);
    return decoded.event;
  });
}
