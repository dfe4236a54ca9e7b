import type { Asking } from './asking.js';
import { isDimension } from './dimension.js';
import type { Kpi } from './kpi.js';
import type { Key } from './tally.js';

const rfc3339 = (instant: number): string => new Date(instant).toISOString();

/**
 * The parameters that ask a question again, for an address: of its own instant, so that they are answered the same tomorrow. null: a value in its
 * filters cannot be written as a parameter (it has a comma, or is the word null).
 */
export function questionParams({
  asOf,
  knownAt,
  from,
  to,
  window,
  by,
  filters,
  params,
}: Asking): readonly (readonly [string, string])[] | null {
  const named = Object.entries(filters).map(([dimension, values]) => [dimension, (values ?? []).map(filterText)] as const);
  if (named.some(([, texts]) => texts.includes(null))) return null;
  return [
    ['as_of', rfc3339(asOf)],
    ...(knownAt === null ? [] : [['known_at', rfc3339(knownAt)] as const]),
    ...spanParams({ from, to, window }),
    ...(by.length === 0 ? [] : [['by', by.join(',')] as const]),
    ...Object.entries(params),
    ...named.map(([dimension, texts]) => [dimension, texts.join(',')] as const),
  ];
}

function spanParams({ from, to, window }: Pick<Asking, 'from' | 'to' | 'window'>): readonly (readonly [string, string])[] {
  if (window !== null) return [['window', window]];
  if (from === null || to === null) return [];
  return [
    ['from', rfc3339(from)],
    ['to', rfc3339(to)],
  ];
}

/** A value as a filter is written; null: it cannot be. */
function filterText(value: string | null): string | null {
  if (value === null) return 'null';
  return value === '' || value === 'null' || value.includes(',') ? null : value;
}

/** The question of one group alone: what its key says are its filters. Members of a series that are no dimension (bands) leave it as it is. */
export function askGroup(kpi: Kpi, asking: Asking, key: Key): Asking {
  const own = Object.entries(key).filter(([name]) => isDimension(name) && kpi.dimensions.includes(name));
  return { ...asking, by: [], filters: { ...asking.filters, ...Object.fromEntries(own.map(([name, value]) => [name, [value]])) } };
}
