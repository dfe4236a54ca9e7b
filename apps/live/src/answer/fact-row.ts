import { type Fact, factColumns } from '@leadclock/domain/facts/fact.js';
import { shownValue } from '@leadclock/domain/facts/shown-value.js';
import type { Part } from '@leadclock/domain/kpi/kpi.js';

/** A fact as API.md shows it: times are RFC 3339, `value` is in seconds, in the currency's unit or a count, so that rows add up to their tile. */
export type FactRow = Readonly<Record<(typeof rowFields)[number], string | number | null>>;

/** The fields of a row, in the order of a CSV's columns. */
export const rowFields = [
  'of' as const,
  ...factColumns.map((column) => (column === 'touchChannel' ? 'touch_channel' : column)),
  'dispute' as const,
];

/**
 * `of` is the part of the answer that counts the row (the KPI itself, or one of a formula's), `excluded` why that leaves it out (`leftOut`): what is a
 * reason for one may be another's number. `dispute` is how what people say is wrong about its lead stands now; null: nobody says so.
 */
export function factRow({ name, of, asking }: Part, fact: Fact, excluded: string | null, disputes: Disputes = none): FactRow {
  const { touchChannel, at, from, until, since, due, ...rest } = fact;
  return {
    of: name,
    ...rest,
    value: shownValue(fact.kind, of.measure(fact, asking)),
    excluded,
    touch_channel: touchChannel,
    at: time(at),
    from: time(from),
    until: time(until),
    since: time(since),
    due: time(due),
    dispute: disputes.get(fact.subject) ?? null,
  };
}

/** How the disputes of leads stand, of those that have any. */
export type Disputes = ReadonlyMap<string, string>;

const none: Disputes = new Map();

const time = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** Lines of RFC 4180; a cell that a spreadsheet would run as a formula is quoted away. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
