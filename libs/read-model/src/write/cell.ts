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

/** One element of an array literal. */
export function arrayElement(cell: Cell): string {
  if (cell === null) return 'NULL';
  if (typeof cell !== 'string') return String(cell);
  return `"${/["\\]/.test(cell) ? cell.replace(/["\\]/g, '\\$&') : cell}"`;
}

const DAY = 86_400_000;
const two = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
let knownDay = Number.NaN;
let knownDate = '';

/** An instant as timestamptz reads it; null stays null. (toISOString asks for the calendar each time; instants that are written together lie near each other.) */
export function timestamp(epochMs: number | null): string | null {
  if (epochMs === null) return null;
  const day = Math.floor(epochMs / DAY);
  if (day !== knownDay) {
    knownDate = new Date(day * DAY).toISOString().slice(0, -'00:00:00.000Z'.length);
    knownDay = day;
  }
  const rest = epochMs - day * DAY;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const ms = rest - seconds * 1000;
  return `${knownDate}${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}.${ms < 10 ? '00' : ms < 100 ? '0' : ''}${ms}Z`;
}
