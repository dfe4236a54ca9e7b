import type { SortKey } from '@leadclock/domain/events/order.js';
import type { SubjectState } from '@leadclock/domain/lead/lead-state.js';
import type { DeadlineRow } from '@leadclock/read-model/write/deadline.table.js';
import type { Incomplete } from '@leadclock/read-model/write/lead.table.js';

import type { StandingFacts } from './fact-prints.js';
import { SubjectMarks } from './subject-marks.js';

/** What this process knows of a subject: its state and the rows that stand in the set, so that only differences are written. */
export interface KnownSubject {
  readonly subject: string;
  readonly partition: number;
  readonly state: SubjectState;
  /** the greatest sort key of all its events */
  readonly last: SortKey;
  /** `eventHash` of each event identity */
  readonly hashes: number[];
  readonly facts: StandingFacts;
  readonly deadlines: readonly DeadlineRow[];
  /** in which table its row stands */
  readonly row: 'lead' | 'other' | null;
  readonly incomplete: Incomplete | null;
  /** the transaction that wrote it last */
  readonly transaction: number;
}

/**
 * The subjects of the partitions that this process writes, the least recently used first. Valid only for exactly the checkpoint that this
 * process's own last commit left: whoever takes up a partition, finds another checkpoint or rolls back drops that partition first.
 */
export class SubjectCache {
  private readonly subjects = new Map<string, KnownSubject>();
  /** by partition that was followed from its beginning: the subjects of it that were in here and are not any more */
  private readonly forgotten = new Map<number, SubjectMarks>();

  /** subjects, in here or not, of which an event is parked */
  private readonly parkedSubjects = new Map<number, Set<string>>();

  /** subjects that merges name: their rows are made from the timelines of several, so no state of theirs is kept */
  private readonly linkedSubjects = new Map<number, Set<string>>();

  constructor(private readonly bound: number) {}

  get size(): number {
    return this.subjects.size;
  }

  get(subject: string): KnownSubject | undefined {
    return this.subjects.get(subject);
  }

  put(known: KnownSubject): void {
    this.subjects.delete(known.subject);
    this.subjects.set(known.subject, known);
  }

  forget(subject: string, partition: number): void {
    this.subjects.delete(subject);
    this.forgotten.get(partition)?.add(subject);
  }

  /** Every subject of this partition will have been in here: it has none yet. */
  beginWhole(partition: number): void {
    this.forgotten.set(partition, new SubjectMarks());
  }

  /** The set holds nothing of this subject for certain, so it need not be asked. Most that are new are known to be. */
  isNew(subject: string, partition: number): boolean {
    const forgotten = this.forgotten.get(partition);
    return forgotten !== undefined && !this.subjects.has(subject) && !forgotten.has(subject);
  }

  /** The subjects of a partition of which an event is parked; whoever takes up the partition fills it. */
  parked(partition: number): Set<string> {
    let subjects = this.parkedSubjects.get(partition);
    if (subjects === undefined) this.parkedSubjects.set(partition, (subjects = new Set()));
    return subjects;
  }

  /** Whether merges name this subject, as far as this process has heard; whoever stores a merge asks for its leads to be folded anew besides. */
  isLinked(subject: string, partition: number): boolean {
    return this.linkedSubjects.get(partition)?.has(subject) === true;
  }

  /** No state of this subject is kept from now on. */
  link(subject: string, partition: number): void {
    const subjects = this.linkedSubjects.get(partition);
    if (subjects === undefined) this.linkedSubjects.set(partition, new Set([subject]));
    else subjects.add(subject);
    this.forget(subject, partition);
  }

  /** No merge names it any more: it is a subject like others. */
  unlink(subject: string, partition: number): void {
    this.linkedSubjects.get(partition)?.delete(subject);
    this.forget(subject, partition);
  }

  dropPartition(partition: number): void {
    this.forgotten.delete(partition);
    this.linkedSubjects.delete(partition);
    this.parkedSubjects.delete(partition);
    for (const [subject, known] of this.subjects) if (known.partition === partition) this.subjects.delete(subject);
  }

  /** Makes room down to the bound; what a transaction in flight wrote stays, since the set does not hold it yet. */
  evict(committed: number): void {
    for (const [subject, known] of this.subjects) {
      if (this.subjects.size <= this.bound || known.transaction > committed) return;
      this.forget(subject, known.partition);
    }
  }
}
