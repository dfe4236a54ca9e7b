/** One value of a row on its way to PostgreSQL, in the text form that the column's type reads. */
export type Cell = string | number | boolean | null;

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPED = /[\\\t\n\r]/g;

/** The text format of COPY: tab between cells, newline after a row, \N for null. */
export function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell !== 'string') return String(cell);
  return NEEDS_ESCAPE.test(cell) ? cell.replace(ESCAPED, escapeSign) : cell;
}

function escapeSign(sign: string): string {
  return sign === '\\' ? '\\\\' : sign === '\t' ? '\\t' : sign === '\n' ? '\\n' : '\\r';
}

/** An array literal. `pg` can make one from a JavaScript array too, at several times the cost. */
export function arrayLiteral(cells: Iterable<Cell>): string {
  let text = '';
  for (const cell of cells) text += `${text === '' ? '{' : ','}${arrayElement(cell)}`;
  return text === '' ? '{}' : `${text}}`;
}

function arrayElement(cell: Cell): string {
  if (cell === null) return 'NULL';
  if (typeof cell !== 'string') return String(cell);
  return `"${/["\\]/.test(cell) ? cell.replace(/["\\]/g, '\\$&') : cell}"`;
}

/** An instant as timestamptz reads it; null stays null. */
export function timestamp(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
