import type { LogRecord } from '@leadclock/event-log/event-log.js';
import type { Checkpoint } from '@leadclock/read-model/write/checkpoint.table.js';
import type { PartitionRecords } from '../folding/gather.js';

/** A partition that is ours to write. */
export interface OwnedPartition {
  readonly partition: number;
  /** where the set's checkpoint will be when everything folded so far is committed */
  planned: Checkpoint;
  /** where our own last commit left it */
  committed: Checkpoint;
  /** the next offset to be queued */
  next: number;
  /** head of the log, as far as it is known */
  head: number;
  queue: LogRecord[];
  /** raised when what is being handed over must not be taken any more */
  turn: number;
  /** an offset that the log jumped to twice: there is nothing in between */
  jump: number | null;
}

/** So many records wait for the database at most; whoever brings more waits himself. */
const ROOM = 16_000;

/** The partitions of this process with the records that wait to be folded. */
export class OwnedPartitions {
  private readonly owned = new Map<number, OwnedPartition>();
  private waiting = 0;
  private readonly wakers = new Set<() => void>();

  get(partition: number): OwnedPartition | undefined {
    return this.owned.get(partition);
  }

  all(): readonly OwnedPartition[] {
    return [...this.owned.values()];
  }

  /** How many records wait. */
  get queued(): number {
    return this.waiting;
  }

  own(partition: number, checkpoint: Checkpoint): void {
    this.release(partition);
    const next = checkpoint.nextOffset;
    this.owned.set(partition, { partition, planned: checkpoint, committed: checkpoint, next, head: next, queue: [], turn: 0, jump: null });
  }

  release(partition: number): void {
    const own = this.owned.get(partition);
    if (own === undefined) return;
    this.empty(own);
    this.owned.delete(partition);
    this.wake();
  }

  /** Goes on from another checkpoint: what waits and what is being handed over is dropped. */
  restart(own: OwnedPartition, checkpoint: Checkpoint): void {
    this.empty(own);
    own.planned = checkpoint;
    own.committed = checkpoint;
    own.next = checkpoint.nextOffset;
    this.wake();
  }

  /** Queues records once there is room. Answers the offset to go back to when a record between is missing, else null. */
  async queue(partition: number, records: readonly LogRecord[], head: number): Promise<number | null> {
    const own = this.owned.get(partition);
    if (own === undefined) return null;
    const { turn } = own;
    own.head = head;
    while (this.waiting >= ROOM && own.turn === turn && this.owned.get(partition) === own) await this.change();
    if (own.turn !== turn || this.owned.get(partition) !== own) return null;
    const fresh = records.filter((record) => record.offset >= own.next);
    const first = fresh[0];
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return null;
    if (first.offset > own.next && own.jump !== first.offset) {
      own.jump = first.offset;
      return own.next;
    }
    own.jump = null;
    own.next = last.offset + 1;
    for (const record of fresh) own.queue.push(record);
    this.waiting += fresh.length;
    this.wake();
    return null;
  }

  /** Takes up to `limit` waiting records, a fair share of each partition. */
  take(limit: number): readonly PartitionRecords[] {
    const full = this.all().filter((own) => own.queue.length > 0);
    const share = Math.max(1, Math.ceil(limit / Math.max(1, full.length)));
    let left = limit;
    const parts: PartitionRecords[] = [];
    for (const own of full) {
      const records = own.queue.splice(0, Math.min(share, left));
      if (records.length === 0) break;
      left -= records.length;
      parts.push({ partition: own.partition, records });
    }
    this.waiting -= limit - left;
    this.wake();
    return parts;
  }

  /** Resolves at the next change of what waits, or of whose the partitions are. */
  change(): Promise<void> {
    return new Promise((resolve) => this.wakers.add(resolve));
  }

  wake(): void {
    const wakers = [...this.wakers];
    this.wakers.clear();
    for (const wake of wakers) wake();
  }

  private empty(own: OwnedPartition): void {
    this.waiting -= own.queue.length;
    own.queue = [];
    own.turn += 1;
    own.jump = null;
  }
}
