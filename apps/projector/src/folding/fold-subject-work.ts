import { effectiveTime, type LeadclockEvent } from '@leadclock/domain/events/event.js';
import { eventKey } from '@leadclock/domain/events/identity.js';
import { compareEvents, type SortKey } from '@leadclock/domain/events/order.js';
import { canFoldOn, foldOn, foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import type { SubjectState } from '@leadclock/domain/lead/lead-state.js';
import type { StoredVersion, TimelineRow } from '@leadclock/read-model/write/timeline.table.js';
import { eventHash } from './event-hash.js';
import type { FoldSettings } from './fold-batch.js';
import { foldLinked } from './fold-linked.js';
import type { FoldedBatch } from './folded-batch.js';
import type { SubjectWork } from './gather.js';
import type { Standing } from './load-standing.js';
import { type DerivedRows, deriveRows, noRows, type StandingRows, settle } from './settle-subject.js';
import type { KnownSubject } from './subject-cache.js';
import { toldAlerts } from './told-alerts.js';
import { eventsOf, firstVersion, mergeVersions } from './versions.js';

interface Folded {
  readonly state: SubjectState;
  readonly last: SortKey;
  readonly hashes: number[];
}

/** Folds the work of a batch subject by subject into its rows, and keeps the cache in step. */
export class SubjectFold {
  constructor(
    private readonly settings: FoldSettings,
    private readonly batch: FoldedBatch,
  ) {}

  /** Folds on to the cached state; false when the events must be looked at together with the earlier ones. */
  onKnown(work: SubjectWork): boolean {
    const known = this.settings.cache.get(work.subject);
    if (known === undefined) return false;
    const heard = work.heard.length === 1 ? work.heard : work.heard.toSorted((a, b) => compareEvents(a.event, b.event));
    const hashes: number[] = [];
    let last = known.last;
    for (const { event } of heard) {
      const hash = eventHash(event.source, event.id);
      if (!canFoldOn(known.state, last, event) || known.hashes.includes(hash) || hashes.includes(hash)) return false;
      hashes.push(hash);
      last = event;
    }
    const fresh = heard.map(({ event, body }) => firstVersion(event, body));
    this.keep(work, known, fresh, [], () => {
      let state = known.state;
      for (const { event } of heard) state = foldOn(state, event);
      for (const hash of hashes) known.hashes.push(hash);
      return { state, last: sortKey(last), hashes: known.hashes };
    });
    this.batch.foldedOn += heard.length;
    return true;
  }

  /** Folds from all versions; `standing` null: the subject is certainly new. */
  onStanding(work: SubjectWork, standing: Standing | null): void {
    if (this.settings.cache.isLinked(work.subject, work.partition) || saysMerge(work, standing))
      return foldLinked(this.settings, this.batch, work, standing);
    const stored = standing?.stored ?? [];
    const { versions, fresh, lowered } = mergeVersions(stored, work.heard);
    const before = this.settings.cache.get(work.subject) ?? standing?.rows ?? noRows;
    this.batch.repeats += Math.max(0, work.heard.length - fresh.length - lowered.length);
    if (fresh.length === 0 && lowered.length === 0) return;
    if (stored.length > 0) this.batch.refolds += 1;
    this.keep(work, before, fresh, lowered, () => {
      const events = eventsOf(versions);
      const { state, conflicts } = foldSubject(events);
      if (conflicts.length > 0 || hadConflicts(stored)) {
        this.batch.rows.conflicted.push(work.subject);
        for (const { source, id, others } of conflicts)
          for (const digest of others) this.batch.rows.conflicts.push({ subject: work.subject, source, id, digest });
      }
      return { state, ...identitiesOf(events) };
    });
  }

  /** An event of this subject cannot be read: what stands is marked, and goes on without it. */
  poison(work: SubjectWork): void {
    const { cache } = this.settings;
    cache.parked(work.partition).add(work.subject);
    if (cache.isLinked(work.subject, work.partition)) this.batch.refold(work.subject, work.partition);
    const known = cache.get(work.subject);
    if (known !== undefined && known.incomplete === null)
      cache.put({ ...known, incomplete: 'parked', transaction: this.batch.transaction });
    this.batch.rows.incomplete.push({ subject: work.subject, why: 'parked' });
    this.batch.change(work.subject, work.partition);
  }

  private keep(
    work: SubjectWork,
    before: StandingRows,
    fresh: readonly TimelineRow[],
    lowered: readonly TimelineRow[],
    fold: () => Folded,
  ): void {
    const { subject, partition } = work;
    const { cache, configuration, logger } = this.settings;
    const { rows } = this.batch;
    for (const row of fresh) rows.timeline.push(row);
    for (const row of lowered) rows.lowered.push(row);
    this.batch.versions.push(...fresh, ...lowered);
    this.batch.change(subject, partition);
    const incomplete = cache.parked(partition).has(subject) ? 'parked' : null;
    let folded: Folded;
    let after: DerivedRows;
    try {
      folded = fold();
      after = deriveRows(folded.state, configuration);
    } catch (error) {
      logger.error(
        { err: error, subject, partition },
        'the fold of this subject failed; its rows stay as they were and its events are kept: report it with the lines of `leadclock export`',
      );
      this.giveUp(subject, partition, before);
      return;
    }
    if (folded.state.erasedAt !== null) rows.erased.push(subject);
    if (fresh.some(({ type }) => type.startsWith('alert.'))) rows.alerts.push(...toldAlerts(folded.state));
    const facts = settle(rows, subject, partition, before, after, incomplete);
    const known: KnownSubject = {
      subject,
      partition,
      ...folded,
      facts,
      deadlines: after.deadlines,
      row: after.lead === null ? 'other' : 'lead',
      incomplete,
      transaction: this.batch.transaction,
    };
    cache.put(known);
  }

  private giveUp(subject: string, partition: number, before: StandingRows): void {
    const { rows } = this.batch;
    this.settings.cache.forget(subject, partition);
    if (before.row === null) rows.others.push({ subject, partition, incomplete: 'fold', mergedInto: null });
    else rows.incomplete.push({ subject, why: 'fold' });
  }
}

/** A merge that did not count may count by what is heard now, so all that were ever said are looked at. */
const saysMerge = ({ heard }: SubjectWork, standing: Standing | null): boolean =>
  heard.some(({ event }) => event.type === 'lead.merged') || standing?.stored.some(({ body }) => body.includes('"lead.merged"')) === true;

function hadConflicts(stored: readonly StoredVersion[]): boolean {
  return new Set(stored.map(eventKey)).size < stored.length;
}

function identitiesOf(events: readonly LeadclockEvent[]): { last: SortKey; hashes: number[] } {
  let last: LeadclockEvent | undefined;
  const hashes = new Set<number>();
  for (const event of events) {
    if (last === undefined || compareEvents(event, last) > 0) last = event;
    hashes.add(eventHash(event.source, event.id));
  }
  if (last === undefined) throw new Error('a subject has at least one event');
  return { last: sortKey(last), hashes: [...hashes] };
}

function sortKey(event: SortKey): SortKey {
  const time = effectiveTime(event);
  return { time, recordedTime: time, source: event.source, id: event.id };
}
