/** Numbers (rows) in the order of their instants: a binary heap over two flat arrays, 12 bytes an entry. */
export class InstantQueue {
  private instants = new Float64Array(1024);
  private rows = new Uint32Array(1024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  get memory(): number {
    return 12 * this.instants.length;
  }

  /** The earliest instant, epoch milliseconds; Infinity when nothing waits. */
  get next(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : (this.instants[0] ?? Number.POSITIVE_INFINITY);
  }

  push(instant: number, row: number): void {
    if (this.count === this.instants.length) this.grow();
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.instants[parent] ?? 0;
      if (above <= instant) break;
      this.instants[at] = above;
      this.rows[at] = this.rows[parent] ?? 0;
      at = parent;
    }
    this.instants[at] = instant;
    this.rows[at] = row;
  }

  /** Takes out the row of the earliest instant; the queue must not be empty. */
  pop(): number {
    if (this.count === 0) throw new Error('the queue of instants is empty');
    const row = this.rows[0] ?? 0;
    this.count--;
    const instant = this.instants[this.count] ?? 0;
    const last = this.rows[this.count] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && (this.instants[child + 1] ?? 0) < (this.instants[child] ?? 0)) child++;
      const below = this.instants[child] ?? 0;
      if (below >= instant) break;
      this.instants[at] = below;
      this.rows[at] = this.rows[child] ?? 0;
      at = child;
    }
    this.instants[at] = instant;
    this.rows[at] = last;
    return row;
  }

  private grow(): void {
    const size = Math.ceil(this.instants.length * 1.5);
    const instants = new Float64Array(size);
    const rows = new Uint32Array(size);
    instants.set(this.instants);
    rows.set(this.rows);
    this.instants = instants;
    this.rows = rows;
  }
}
