import { type Cell, copyCell } from './cell.js';

/** A table of a set that is written in bulk: its columns with their types in the order of the cells; the first `key` of them are its key. */
export interface TableShape {
  readonly name: string;
  readonly key: number;
  readonly columns: Readonly<Record<string, string>>;
}

export type Row = readonly Cell[];

/** The text of a few rows stays one: it is asked for as a string. */
const FEW = 32 * 1024;
/** Of many rows so much waits as a string before it is put into a buffer: strings that grow for long are dear to whoever collects the garbage. */
const DRAFT = 2 * 1024;
const BUFFER = 64 * 1024;

/**
 * Rows of one table on their way to PostgreSQL, kept as the text that it will read (COPY's text format). A row becomes text when it is pushed:
 * thousands of objects that wait for their transaction outlive two collections of the garbage, a few buffers cost nothing.
 */
export class TextRows<T> {
  private rows = 0;
  private plain = true;
  private text = '';
  private readonly full: Buffer[] = [];
  private buffer: Buffer | null = null;
  private used = 0;

  constructor(
    readonly shape: TableShape,
    private readonly cells: (row: T) => Row,
  ) {}

  get count(): number {
    return this.rows;
  }

  push(row: T): void {
    const cells = this.cells(row);
    let line = '';
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? null;
      const text = copyCell(cell);
      if (typeof cell === 'string' && text !== cell) this.plain = false;
      line += i > 0 ? `\t${text}` : text;
    }
    this.text += `${line}\n`;
    this.rows += 1;
    if (this.text.length >= (this.buffer === null ? FEW : DRAFT)) this.put();
  }

  /** Whether no cell holds a sign that COPY's text format escapes. */
  get isPlain(): boolean {
    return this.plain;
  }

  /** What COPY reads. */
  buffers(): readonly Buffer[] {
    this.put();
    return this.buffer === null ? this.full : [...this.full, this.buffer.subarray(0, this.used)];
  }

  /** Plain rows: one line each, cells split by tabs, null as \N. */
  lines(): string {
    const parts = this.buffer === null ? [] : this.buffers().map((buffer) => buffer.toString('utf8'));
    return [...parts, this.text].join('').slice(0, -1);
  }

  private put(): void {
    const { text } = this;
    this.text = '';
    // a UTF-16 unit is at most three bytes of UTF-8
    const most = text.length * 3;
    if (this.buffer === null || this.used + most > this.buffer.length) {
      if (this.buffer !== null) this.full.push(this.buffer.subarray(0, this.used));
      this.buffer = Buffer.allocUnsafeSlow(Math.max(BUFFER, 2 * most));
      this.used = 0;
    }
    this.used += this.buffer.write(text, this.used);
  }
}
