import { type Cell, copyCell } from './cell.js';

/** A table of a set that is written in bulk: its columns with their types in the order of the cells; the first `key` of them are its key. */
export interface TableShape {
  readonly name: string;
  readonly key: number;
  readonly columns: Readonly<Record<string, string>>;
}

export type Row = readonly Cell[];

const CHUNK = 64 * 1024;

/**
 * Rows of one table on their way to PostgreSQL, kept as the text that it will read (COPY's text format). A row becomes text when it is pushed:
 * thousands of objects that wait for their transaction outlive two collections of the garbage, a few buffers cost nothing.
 */
export class TextRows<T> {
  private rows = 0;
  private plain = true;
  private text = '';
  private readonly full: Buffer[] = [];

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
    if (this.text.length >= CHUNK) this.fill();
  }

  /** What COPY reads. */
  buffers(): readonly Buffer[] {
    if (this.text !== '') this.fill();
    return this.full;
  }

  /** One line a row, cells split by tabs, null as \N; null when there are many rows, or a cell holds one of these signs. */
  lines(): string | null {
    return this.plain && this.full.length === 0 ? this.text.slice(0, -1) : null;
  }

  private fill(): void {
    this.full.push(Buffer.from(this.text));
    this.text = '';
  }
}
