import type { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { TimelineRow } from '@leadclock/read-model/write/timeline.table.js';

/** What one transaction is to write, and which subjects have other rows by it. */
export class FoldedBatch {
  readonly changed = new Map<number, Set<string>>();
  /** what it writes into timelines, kept until it is written: whoever folds meanwhile may need it */
  readonly versions: TimelineRow[] = [];
  /** subjects that are asked to be folded anew beside the batches */
  private readonly askedAnew = new Set<string>();
  refolds = 0;
  foldedOn = 0;
  repeats = 0;
  /** subjects that the set was asked for */
  asked = 0;
  /** resolves when the transaction has ended, one way or the other */
  committed: Promise<void> = Promise.resolve();

  constructor(
    readonly transaction: number,
    readonly rows: SetRows,
    readonly events: number,
  ) {}

  /** Whether rows of any of these subjects are among it. */
  changes(subjects: readonly string[]): boolean {
    for (const changed of this.changed.values()) if (subjects.some((subject) => changed.has(subject))) return true;
    return false;
  }

  /** Asks for a lead to be folded anew, once. */
  refold(subject: string, partition: number): void {
    if (this.askedAnew.has(subject)) return;
    this.askedAnew.add(subject);
    this.rows.refolds.push({ subject, partition });
  }

  change(subject: string, partition: number): void {
    let subjects = this.changed.get(partition);
    if (subjects === undefined) this.changed.set(partition, (subjects = new Set()));
    subjects.add(subject);
  }
}
