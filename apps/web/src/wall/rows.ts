import type { WaitingLead } from '@leadclock/live-protocol/protocol.js';
import { waitMs } from '../clock/status.js';

/** Rows of 90 px that the list holds at 1080 lines. */
export const ROWS = 5;

/** What the list "Answer now" shows: leads, and how many more there are, told in the last row. */
export interface Rows {
  readonly leads: readonly WaitingLead[];
  readonly more: number;
}

/** Those that turned late just now, then the longest wait first by the second that is shown; of equal ones the lead that nobody owns. */
export function rowsAt(waiting: readonly WaitingLead[], waitingCount: number, asOf: number, breached: readonly string[] = []): Rows {
  const seconds = (lead: WaitingLead): number => Math.floor(waitMs(lead, asOf) / 1_000);
  const claimed = (lead: WaitingLead): number => (lead.owner === null ? 0 : 1);
  const first = (lead: WaitingLead): number => (breached.includes(lead.lead) ? 0 : 1);
  // engines of Chromium 87 have no toSorted
  const sorted = [...waiting].sort(
    (a, b) => first(a) - first(b) || seconds(b) - seconds(a) || claimed(a) - claimed(b) || (a.lead < b.lead ? -1 : 1),
  );
  const total = Math.max(waitingCount, sorted.length);
  if (total <= ROWS) return { leads: sorted, more: 0 };
  const leads = sorted.slice(0, ROWS - 1);
  return { leads, more: total - leads.length };
}
