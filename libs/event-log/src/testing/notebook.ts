import type { Follower, LogRecord } from '../event-log.js';

/** A follower that writes down what it hears and, like a projector, keeps checkpoints that outlive it and are shared by its group. */
export class Notebook implements Follower {
  readonly ours = new Set<number>();
  readonly values: string[] = [];
  readonly calls: { partition: number; offsets: readonly number[]; next: number }[] = [];
  failure: Error | null = null;
  /** What happens before records are taken over; replace it to be slow, or to fail. */
  before: (partition: number, records: readonly LogRecord[]) => Promise<void> = async () => undefined;

  constructor(readonly checkpoints: Map<number, number> = new Map()) {}

  async assigned(partition: number): Promise<number> {
    if (this.ours.has(partition)) throw new Error(`partition ${partition} was assigned twice`);
    this.ours.add(partition);
    return this.checkpoints.get(partition) ?? 0;
  }

  async records(partition: number, records: readonly LogRecord[], next: number): Promise<void> {
    if (!this.ours.has(partition)) throw new Error(`records of partition ${partition}, which is not ours`);
    const offsets = records.map((record) => record.offset);
    this.calls.push({ partition, offsets, next });
    await this.before(partition, records);
    const last = offsets.at(-1) ?? -1;
    this.checkpoints.set(partition, last + 1);
    for (const record of records) this.values.push(record.value?.toString() ?? 'null');
  }

  async revoked(partition: number): Promise<void> {
    this.ours.delete(partition);
  }

  failed(reason: Error): void {
    this.failure = reason;
  }
}
