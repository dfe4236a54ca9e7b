import type { DeadlineRow } from '@leadclock/read-model/write/deadline.table.js';

export interface DeadlineDifference {
  readonly put: readonly DeadlineRow[];
  readonly gone: readonly DeadlineRow[];
}

/** What must be deleted, then inserted, so that `after` stands where `before` stood. A deadline that moved, or is another alert's now, is in both. */
export function diffDeadlines(before: readonly DeadlineRow[], after: readonly DeadlineRow[]): DeadlineDifference {
  const stays = (row: DeadlineRow, rows: readonly DeadlineRow[]): boolean =>
    rows.some((other) => other.step === row.step && other.dueAt === row.dueAt && other.policy === row.policy && other.clock === row.clock);
  return { put: after.filter((row) => !stays(row, before)), gone: before.filter((row) => !stays(row, after)) };
}
