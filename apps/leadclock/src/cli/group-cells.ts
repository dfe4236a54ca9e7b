/** A value of an answer in a cell of a table; nothing is a dash. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? pairs(value) : JSON.stringify(value);
}

/** A key in one cell: `rep ana, team north`; the whole has none. */
export const keyCell = (key: Readonly<Record<string, unknown>>): string => pairs(key);

const pairs = (value: object): string =>
  Object.entries(value)
    .map(([name, count]) => `${name} ${cellOf(count)}`)
    .join(' ');
