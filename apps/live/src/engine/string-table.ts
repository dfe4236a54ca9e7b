import { Buffer } from 'node:buffer';

const firstSlots = 1024;

/**
 * Strings under small numbers, from 1 up; 0 stands for null. The bytes lie in one growing buffer, so a million of them cost their
 * length and about 24 bytes each, and the garbage collector never looks at them.
 */
export class StringTable {
  private bytes = Buffer.allocUnsafe(16 * 1024);
  private used = 0;
  private starts = new Uint32Array(firstSlots);
  /** of the text under each number, so that more slots need not read all texts again: half a second of a million */
  private hashes = new Uint32Array(firstSlots);
  private slots = new Uint32Array(firstSlots);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** What the table holds in memory, bytes. */
  get memory(): number {
    return this.bytes.length + 4 * (this.starts.length + this.hashes.length + this.slots.length);
  }

  idOf(text: string | null): number {
    if (text === null) return 0;
    const bytes = bytesOf(text);
    return this.idOfBytes(bytes.of, 0, bytes.length);
  }

  /** The number of the text whose UTF-8 bytes stand in `[start, end)`; it gets one when it is new. */
  idOfBytes(source: Buffer, start: number, end: number): number {
    const hashed = hash(source, start, end);
    const slot = this.slotOf(hashed, source, start, end);
    const known = this.slots[slot] ?? 0;
    if (known !== 0) return known;
    const id = this.store(hashed, source, start, end);
    this.slots[slot] = id;
    if (this.count * 2 > this.slots.length) this.spread();
    return id;
  }

  /** The number of a text that the table has, else 0: asking leaves nothing behind. */
  find(text: string): number {
    const { of, length } = bytesOf(text);
    return this.slots[this.slotOf(hash(of, 0, length), of, 0, length)] ?? 0;
  }

  text(id: number): string | null {
    if (id === 0) return null;
    return this.bytes.toString('utf8', this.starts[id - 1], this.starts[id]);
  }

  private store(hashed: number, source: Buffer, start: number, end: number): number {
    const length = end - start;
    if (this.used + length > this.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(Math.ceil(this.bytes.length * 1.5), this.used + length));
      this.bytes.copy(grown, 0, 0, this.used);
      this.bytes = grown;
    }
    const { bytes, used } = this;
    // a loop beats a native copy for texts as short as these
    for (let at = 0; at < length; at++) bytes[used + at] = source[start + at] ?? 0;
    this.used += length;
    this.count++;
    if (this.count + 1 > this.starts.length) {
      this.starts = longer(this.starts);
      this.hashes = longer(this.hashes);
    }
    this.starts[this.count] = this.used;
    this.hashes[this.count] = hashed;
    return this.count;
  }

  /** The slot that holds the text, or the empty one where it belongs. */
  private slotOf(hashed: number, source: Buffer, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hashed & mask;
    for (;;) {
      const id = this.slots[slot] ?? 0;
      if (id === 0 || (this.hashes[id] === hashed && this.same(id, source, start, end))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private same(id: number, source: Buffer, start: number, end: number): boolean {
    const from = this.starts[id - 1] ?? 0;
    const to = this.starts[id] ?? 0;
    if (to - from !== end - start) return false;
    for (let at = from, other = start; at < to; at++, other++) if (this.bytes[at] !== source[other]) return false;
    return true;
  }

  private spread(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id <= this.count; id++) {
      let slot = (this.hashes[id] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}

const scratch = Buffer.allocUnsafe(1024);

/** The UTF-8 bytes of a text, until the next one is asked for: names are looked up thousands of times a second, and a buffer for each is garbage. */
function bytesOf(text: string): { readonly of: Buffer; readonly length: number } {
  // no text is longer in UTF-8 than three bytes for each of its units
  if (text.length * 3 <= scratch.length) return { of: scratch, length: scratch.write(text, 'utf8') };
  const of = Buffer.from(text, 'utf8');
  return { of, length: of.length };
}

function longer(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.ceil(numbers.length * 1.5));
  grown.set(numbers);
  return grown;
}

/** FNV-1a, folded: good enough for names, and cheap. */
function hash(source: Buffer, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ (source[at] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
