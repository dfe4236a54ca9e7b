/** Values in a chunk before it is cut in two: small enough to shift in a blink, large enough that chunks stay few. */
const chunkSize = 512;
/** Chunks whose values are counted together. */
const shelfSize = 64;

/**
 * Whole numbers in order, many of them, under adding and taking away: sorted chunks of doubles, about 11 bytes a
 * value. Values added before anything is asked or removed are sorted at once, so that a single pass costs no more
 * than a sort; after that each change costs a binary search and a shift inside one chunk.
 */
export class SortedValues {
  private readonly chunks: Chunk[] = [];
  private pending: number[] = [];
  private count = 0;
  /** how many values the chunks of each shelf hold, so that a place is found without walking along all chunks; null: chunks came or went */
  private shelves: number[] | null = null;

  get size(): number {
    return this.count;
  }

  add(value: number): void {
    this.count++;
    if (this.chunks.length === 0) this.pending.push(value);
    else this.insert(value);
  }

  /** The value must be there. */
  remove(value: number): void {
    this.settle();
    const place = this.chunkOf(value);
    const chunk = this.chunks[place];
    const index = chunk === undefined ? -1 : lowerBound(chunk, value);
    if (chunk === undefined || chunk.values[index] !== value || index >= chunk.length)
      throw new Error(`removing ${value}, which was never added`);
    chunk.values.copyWithin(index, index + 1, chunk.length);
    chunk.length--;
    this.count--;
    this.shelve(place, -1);
    if (chunk.length === 0) this.splice(place, 1);
    else if (chunk.length < chunkSize / 4) this.joinNext(place);
  }

  /**
   * The value at `percent` (a whole number, 0 to 100) of the way, linearly between neighbours: PostgreSQL's percentile_cont, but in whole
   * numbers to the last division, so that no binary fraction shows. null: empty.
   */
  percentile(percent: number): number | null {
    if (this.count === 0) return null;
    this.settle();
    const hundredths = percent * (this.count - 1);
    const below = Math.floor(hundredths / 100);
    const rest = hundredths - below * 100;
    const low = this.at(below);
    return rest === 0 ? low : low + ((this.at(below + 1) - low) * rest) / 100;
  }

  /** The value of a rank, from 1 (the smallest) to `size`. */
  ranked(rank: number): number {
    this.settle();
    return this.at(rank - 1);
  }

  private at(index: number): number {
    let left = index;
    let shelf = 0;
    const shelves = (this.shelves ??= this.countShelves());
    for (let held = shelves[shelf]; held !== undefined && left >= held; held = shelves[shelf]) {
      left -= held;
      shelf++;
    }
    for (let place = shelf * shelfSize; place < this.chunks.length; place++) {
      const chunk = this.chunks[place];
      if (chunk === undefined) break;
      const value = chunk.values[left];
      if (left < chunk.length && value !== undefined) return value;
      left -= chunk.length;
    }
    throw new Error(`no value at ${index} of ${this.count}`);
  }

  /** Sorts what was added at first into chunks with room to grow. */
  private settle(): void {
    if (this.pending.length === 0) return;
    const sorted = new Float64Array(this.pending).sort();
    this.pending = [];
    const step = (chunkSize * 3) / 4;
    for (let start = 0; start < sorted.length; start += step) this.chunks.push(chunkFrom(sorted.subarray(start, start + step)));
    this.shelves = null;
  }

  private countShelves(): number[] {
    const shelves: number[] = [];
    for (const [place, { length }] of this.chunks.entries()) {
      const shelf = Math.floor(place / shelfSize);
      shelves[shelf] = (shelves[shelf] ?? 0) + length;
    }
    return shelves;
  }

  private shelve(place: number, change: 1 | -1): void {
    const shelf = Math.floor(place / shelfSize);
    if (this.shelves !== null) this.shelves[shelf] = (this.shelves[shelf] ?? 0) + change;
  }

  private splice(place: number, gone: number, ...fresh: readonly Chunk[]): void {
    this.chunks.splice(place, gone, ...fresh);
    this.shelves = null;
  }

  private insert(value: number): void {
    const place = this.chunkOf(value);
    const chunk = this.chunks[place];
    if (chunk === undefined) {
      this.splice(0, 0, chunkFrom(Float64Array.of(value)));
      return;
    }
    if (chunk.length === chunk.values.length && chunk.length < chunkSize) grow(chunk);
    const index = lowerBound(chunk, value);
    chunk.values.copyWithin(index + 1, index, chunk.length);
    chunk.values[index] = value;
    chunk.length++;
    this.shelve(place, 1);
    if (chunk.length === chunkSize) this.cut(place, chunk);
  }

  private cut(place: number, chunk: Chunk): void {
    const half = chunkSize / 2;
    this.splice(place, 1, chunkFrom(chunk.values.subarray(0, half)), chunkFrom(chunk.values.subarray(half)));
  }

  private joinNext(place: number): void {
    const chunk = this.chunks[place];
    const next = this.chunks[place + 1];
    if (chunk === undefined || next === undefined || chunk.length + next.length > chunkSize / 2) return;
    const joined = new Float64Array(chunk.length + next.length);
    joined.set(chunk.values.subarray(0, chunk.length));
    joined.set(next.values.subarray(0, next.length), chunk.length);
    this.splice(place, 2, { values: joined, length: joined.length });
  }

  /** The first chunk whose last value is not below `value`, else the last chunk. */
  private chunkOf(value: number): number {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle];
      const last = chunk?.values[chunk.length - 1];
      if (last !== undefined && last < value) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 0);
  }
}

interface Chunk {
  values: Float64Array;
  length: number;
}

/** A chunk of its own memory, with a third more room. */
function chunkFrom(sorted: Float64Array): Chunk {
  const values = new Float64Array(Math.min(chunkSize, roomFor(sorted.length)));
  values.set(sorted);
  return { values, length: sorted.length };
}

const roomFor = (length: number): number => length + Math.max(4, length >> 2);

function grow(chunk: Chunk): void {
  const values = new Float64Array(Math.min(chunkSize, roomFor(chunk.length)));
  values.set(chunk.values);
  chunk.values = values;
}

/** The index of the first value not below `value`. */
function lowerBound(chunk: Chunk, value: number): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = chunk.values[middle];
    if (there !== undefined && there < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
