const firstRows = 1024;

/** Numbers of rows, each once: a bit a row, so that the collector has nothing to look at and none is ever moved but by growing. */
export class RowSet {
  private bits = new Uint32Array(firstRows / 32);
  private count = 0;

  get size(): number {
    return this.count;
  }

  has(row: number): boolean {
    return (((this.bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  }

  add(row: number): void {
    if (this.has(row)) return;
    if (row >>> 5 >= this.bits.length) this.grow(row);
    this.bits[row >>> 5] = (this.bits[row >>> 5] ?? 0) | (1 << (row & 31));
    this.count++;
  }

  /** False: it was not in. */
  delete(row: number): boolean {
    if (!this.has(row)) return false;
    this.bits[row >>> 5] = (this.bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
    this.count--;
    return true;
  }

  /** In the order of the numbers. */
  *[Symbol.iterator](): Generator<number> {
    for (const [word, bits] of this.bits.entries()) {
      // the lowest one that is left, each time
      for (let left = bits; left !== 0; left &= left - 1) yield word * 32 + 31 - Math.clz32(left & -left);
    }
  }

  private grow(row: number): void {
    const bits = new Uint32Array(Math.max(Math.ceil(this.bits.length * 1.5), (row >>> 5) + 1));
    bits.set(this.bits);
    this.bits = bits;
  }
}
