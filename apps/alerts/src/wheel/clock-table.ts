const NONE = 0xff_ff_ff_ff;
const FIRST_ROOM = 1024;
const GROWTH = 1.4;
/** id 8, tick 4, lead 4, next 4, previous 4, same lead 4 */
const ROW_BYTES = 28;

/**
 * Clocks as rows of flat arrays, in rings (doubly linked, each with a head that is no clock) and by the hash of their lead. A row is free again once
 * its clock is gone.
 */
export class ClockTable {
  private ids: Float64Array;
  private ticks: Uint32Array;
  private leads: Uint32Array;
  /** of a free row: the next free one */
  private nexts: Uint32Array;
  private previous: Uint32Array;
  private sameBucket: Uint32Array;
  private buckets: Uint32Array;
  private free = NONE;
  private used: number;
  private count = 0;

  /** `rings`: how many rings there are; their heads are the first rows */
  constructor(private readonly rings: number) {
    const room = rings + FIRST_ROOM;
    this.ids = new Float64Array(room);
    this.ticks = new Uint32Array(room);
    this.leads = new Uint32Array(room);
    this.nexts = Uint32Array.from({ length: room }, (_, row) => row);
    this.previous = Uint32Array.from(this.nexts);
    this.sameBucket = new Uint32Array(room);
    this.buckets = new Uint32Array(FIRST_ROOM).fill(NONE);
    this.used = rings;
  }

  get size(): number {
    return this.count;
  }

  get memory(): number {
    return ROW_BYTES * this.ids.length + 4 * this.buckets.length;
  }

  id(row: number): number {
    return this.ids[row] ?? 0;
  }

  lead(row: number): number {
    return this.leads[row] ?? 0;
  }

  tick(row: number): number {
    return this.ticks[row] ?? 0;
  }

  setTick(row: number, tick: number): void {
    this.ticks[row] = tick;
  }

  /** Adds a clock that is in no ring yet; answers its row. */
  add(id: number, lead: number, tick: number): number {
    const row = this.takeRow();
    this.ids[row] = id;
    this.ticks[row] = tick;
    this.leads[row] = lead;
    const bucket = this.bucketOf(lead);
    this.sameBucket[row] = this.buckets[bucket] ?? NONE;
    this.buckets[bucket] = row;
    this.count++;
    return row;
  }

  /** Takes a clock out of its ring and forgets it. */
  remove(row: number): void {
    this.unlink(row);
    const bucket = this.bucketOf(this.leads[row] ?? 0);
    let before = this.buckets[bucket] ?? NONE;
    if (before === row) this.buckets[bucket] = this.sameBucket[row] ?? NONE;
    else {
      while (this.sameBucket[before] !== row) before = this.sameBucket[before] ?? NONE;
      this.sameBucket[before] = this.sameBucket[row] ?? NONE;
    }
    this.nexts[row] = this.free;
    this.free = row;
    this.count--;
  }

  /** Puts a clock at the end of a ring. */
  link(row: number, ring: number): void {
    const last = this.previous[ring] ?? ring;
    this.nexts[last] = row;
    this.previous[row] = last;
    this.nexts[row] = ring;
    this.previous[ring] = row;
  }

  unlink(row: number): void {
    const before = this.previous[row] ?? 0;
    const after = this.nexts[row] ?? 0;
    this.nexts[before] = after;
    this.previous[after] = before;
  }

  /** The first clock of a ring; -1: it is empty. */
  first(ring: number): number {
    const row = this.nexts[ring] ?? ring;
    return row === ring ? -1 : row;
  }

  /** The row of a clock; -1: there is none. */
  find(id: number, lead: number): number {
    for (let row = this.buckets[this.bucketOf(lead)] ?? NONE; row !== NONE; row = this.sameBucket[row] ?? NONE) {
      if (this.ids[row] === id && this.leads[row] === lead) return row;
    }
    return -1;
  }

  idsOf(lead: number): readonly number[] {
    const ids: number[] = [];
    for (let row = this.buckets[this.bucketOf(lead)] ?? NONE; row !== NONE; row = this.sameBucket[row] ?? NONE) {
      if (this.leads[row] === lead) ids.push(this.ids[row] ?? 0);
    }
    return ids;
  }

  private bucketOf(lead: number): number {
    return lead & (this.buckets.length - 1);
  }

  private takeRow(): number {
    if (this.free === NONE) {
      if (this.used === this.ids.length) this.grow();
      return this.used++;
    }
    const row = this.free;
    this.free = this.nexts[row] ?? NONE;
    return row;
  }

  /** One array after the other, so that only one is there twice. */
  private grow(): void {
    const room = Math.ceil(this.ids.length * GROWTH);
    const ids = new Float64Array(room);
    ids.set(this.ids);
    this.ids = ids;
    this.ticks = longer(this.ticks, room);
    this.leads = longer(this.leads, room);
    this.nexts = longer(this.nexts, room);
    this.previous = longer(this.previous, room);
    this.sameBucket = longer(this.sameBucket, room);
    if (this.buckets.length * 2 <= room) this.deal(this.buckets.length * 2);
  }

  /** Deals all clocks to so many buckets; called while every row is in use. */
  private deal(buckets: number): void {
    this.buckets = new Uint32Array(buckets).fill(NONE);
    for (let row = this.rings; row < this.used; row++) {
      const bucket = this.bucketOf(this.leads[row] ?? 0);
      this.sameBucket[row] = this.buckets[bucket] ?? NONE;
      this.buckets[bucket] = row;
    }
  }
}

function longer(array: Uint32Array, length: number): Uint32Array {
  const grown = new Uint32Array(length);
  grown.set(array);
  return grown;
}
