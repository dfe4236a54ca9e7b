import type { LeadSummary } from '@leadclock/domain/lead/summary.js';
import type { Incomplete, LeadRow } from '@leadclock/read-model/write/lead.table.js';

/** A lead's row: what it comes to, where it lies, and what is missing of it. */
export const leadRow = (summary: LeadSummary, partition: number, incomplete: Incomplete | null): LeadRow => ({
  ...summary,
  partition,
  incomplete,
});
