import { nameColumns, numberColumns, type RawFact } from './fact-columns.js';

export const pageBits = 12;
export const pageRows = 1 << pageBits;

type Whole = Uint8Array | Uint16Array | Uint32Array;

/**
 * Rows of one kind in columns. A column exists only once a row has something in it, and its numbers are as wide as they must be:
 * facts of one kind fill few columns, so a fact costs what it says and no more.
 */
export class FactPage {
  readonly numbers: (Float64Array | null)[] = numberColumns.map(() => null);
  readonly names: (Whole | null)[] = nameColumns.map(() => null);
  readonly subject = new Uint32Array(pageRows);
  /** the next row of the same subject, plus one; 0: none */
  readonly next = new Uint32Array(pageRows);
  /** the instant at which the row moves next; Infinity: never */
  readonly wake = new Float64Array(pageRows);
  /** by word of 32 figures of the kind; bit i: the row counts in that figure now */
  private readonly inside: (Whole | null)[] = [];
  n: Whole | null = null;
  item: Whole | null = null;

  constructor(readonly kind: number) {}

  write(index: number, fact: RawFact): void {
    for (let column = 0; column < this.numbers.length; column++) {
      const value = fact.numbers[column] ?? Number.NaN;
      let cells = this.numbers[column] ?? null;
      if (cells === null) {
        if (Number.isNaN(value)) continue;
        cells = new Float64Array(pageRows).fill(Number.NaN);
        this.numbers[column] = cells;
      }
      cells[index] = value;
    }
    for (let column = 0; column < this.names.length; column++) {
      const name = fact.names[column] ?? 0;
      const cells = this.names[column] ?? null;
      if (name !== 0 || cells !== null) this.names[column] = put(cells, index, name);
    }
    if (fact.n !== 0 || this.n !== null) this.n = put(this.n, index, fact.n);
    if (fact.item !== 0 || this.item !== null) this.item = put(this.item, index, fact.item);
    this.subject[index] = fact.subject;
    this.wake[index] = Number.POSITIVE_INFINITY;
    for (const cells of this.inside) if (cells !== null) cells[index] = 0;
  }

  insideOf(index: number, word: number): number {
    return this.inside[word]?.[index] ?? 0;
  }

  setInside(index: number, word: number, bits: number): void {
    // a row may count in a later figure alone: no word before it is left out
    while (this.inside.length < word) this.inside.push(null);
    this.inside[word] = put(this.inside[word] ?? null, index, bits);
  }

  /** Whether the row says exactly what the fact says. */
  equals(index: number, fact: RawFact): boolean {
    if ((this.n?.[index] ?? 0) !== fact.n || (this.item?.[index] ?? 0) !== fact.item) return false;
    for (let column = 0; column < this.numbers.length; column++)
      if (!Object.is(this.numbers[column]?.[index] ?? Number.NaN, fact.numbers[column])) return false;
    for (let column = 0; column < this.names.length; column++) if ((this.names[column]?.[index] ?? 0) !== fact.names[column]) return false;
    return true;
  }

  /** What the columns hold in memory, bytes. */
  get memory(): number {
    let bytes = this.subject.byteLength + this.next.byteLength + this.wake.byteLength;
    for (const cells of [...this.numbers, ...this.names, ...this.inside, this.n, this.item]) bytes += cells?.byteLength ?? 0;
    return bytes;
  }
}

/** Puts a whole number, widening or making the column when it must. */
function put(cells: Whole | null, index: number, value: number): Whole | null {
  if (cells === null) {
    if (value === 0) return null;
    const made = value < 256 ? new Uint8Array(pageRows) : value < 65_536 ? new Uint16Array(pageRows) : new Uint32Array(pageRows);
    made[index] = value;
    return made;
  }
  if (value > 0xff && value > largest(cells)) {
    const wider = value < 65_536 ? Uint16Array.from(cells) : Uint32Array.from(cells);
    wider[index] = value;
    return wider;
  }
  cells[index] = value;
  return cells;
}

const largest = (cells: Whole): number => (cells.BYTES_PER_ELEMENT === 1 ? 0xff : cells.BYTES_PER_ELEMENT === 2 ? 0xffff : 0xffff_ffff);
