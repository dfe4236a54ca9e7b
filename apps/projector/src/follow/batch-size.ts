/** How many records a transaction takes: fewer after the database refused some, until the one that it refuses stands alone and is parked. */
export class BatchSize {
  private size: number;
  /** why the database refuses a record, by `partition/offset` */
  readonly refused = new Map<string, string>();

  constructor(private readonly most: number) {
    this.size = most;
  }

  get now(): number {
    return this.size;
  }

  succeeded(): void {
    this.size = Math.min(this.most, this.size * 2);
  }

  /** A transaction of so many records was refused; the last one of them is `offset`. */
  wasRefused(records: number, partition: number, offset: number, problem: string): void {
    if (records === 1) this.refused.set(`${partition}/${offset}`, problem);
    else this.size = Math.max(1, Math.floor(Math.min(this.size, records) / 2));
  }
}
