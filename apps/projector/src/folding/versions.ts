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

export interface Version extends StoredVersion {
  /** null: it comes from the timeline and was not read back yet */
  readonly event: LeadclockEvent | null;
}

interface Entry {
  version: Version;
  readonly isStored: boolean;
  changed: boolean;
}

/** Puts what was heard to what is stored. A repeat changes nothing, unless it was heard earlier. */
export function mergeVersions(stored: readonly StoredVersion[], heard: readonly HeardEvent[]): MergedVersions {
  const entries = new Map<string, Entry>();
  for (const row of stored) {
    const key = `${row.digest}${eventKey(row)}`;
    const before = entries.get(key);
    if (before === undefined || heardEarlier(row, before.version))
      entries.set(key, { version: { ...row, event: null }, isStored: true, changed: false });
  }
  for (const { event, body } of heard) {
    const row = firstVersion(event, body);
    const key = `${row.digest}${eventKey(event)}`;
    const before = entries.get(key);
    if (before === undefined) entries.set(key, { version: { ...row, event }, isStored: false, changed: true });
    else if (heardEarlier(row, before.version)) {
      before.version = { ...row, event };
      before.changed = true;
    }
  }
  const all = [...entries.values()];
  const rowsOf = (isStored: boolean): readonly TimelineRow[] =>
    all.flatMap(({ version, changed, isStored: is }) =>
      changed && is === isStored && version.event !== null ? [timelineRow(version, version.event)] : [],
    );
  return { versions: all.map(({ version }) => version), fresh: rowsOf(false), lowered: rowsOf(true) };
}

/** Of one content the line that stays: heard first, then the smaller text, so that the order of the log does not matter. */
function heardEarlier(a: StoredVersion, b: StoredVersion): boolean {
  return a.recordedTime === b.recordedTime ? a.body < b.body : a.recordedTime < b.recordedTime;
}

/** The row of an event that was heard; its digest is taken here. */
export function firstVersion(event: LeadclockEvent, body: string): TimelineRow {
  const { subject, source, id, type, time, recordedTime } = event;
  return { subject, source, id, digest: contentDigest(event), type, time, recordedTime, body };
}

function timelineRow({ subject, source, id, digest, recordedTime, body }: StoredVersion, { type, time }: LeadclockEvent): TimelineRow {
  return { subject, source, id, digest, type, time, recordedTime, body };
}

/** The events themselves. Throws when a stored line cannot be read any more, which only a mistake in an upcaster can bring about. */
export function eventsOf(versions: readonly Version[]): readonly LeadclockEvent[] {
  return versions.map(({ event, body }) => {
    if (event !== null) return event;
    const decoded = decodeEvent(body);
    if (!decoded.ok) throw new Error(`a stored event cannot be read any more: ${decoded.reason}`);
    return decoded.event;
  });
}
