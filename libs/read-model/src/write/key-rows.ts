import { arrayElement, type Cell } from './cell.js';
import type { Row } from './text-rows.js';

/** Narrow rows on their way to PostgreSQL as the parameters of one statement: an array literal a column, written as they are pushed. */
export class KeyRows<T> {
  private rows = 0;
  private readonly columns: string[];

  constructor(
    width: number,
    private readonly cells: (row: T) => Row,
  ) {
    this.columns = Array.from({ length: width }, () => '');
  }

  get count(): number {
    return this.rows;
  }

  push(row: T): void {
    const cells = this.cells(row);
    const comma = this.rows === 0 ? '' : ',';
    for (let i = 0; i < this.columns.length; i++) this.columns[i] += comma + arrayElement(cells[i] ?? null);
    this.rows += 1;
  }

  literals(): readonly string[] {
    return this.columns.map((column) => `{${column}}`);
  }
}

/** Rows turned round: one array literal a column. */
export function columnLiterals(rows: readonly Row[], width: number): readonly string[] {
  const keys = new KeyRows<readonly Cell[]>(width, (row) => row);
  for (const row of rows) keys.push(row);
  return keys.literals();
}
