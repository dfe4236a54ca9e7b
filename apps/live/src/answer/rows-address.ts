import type { Asking } from '@leadclock/domain/kpi/asking.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { questionParams } from '@leadclock/domain/kpi/question-params.js';

/** Which of the rows behind a number: those of one part of a formula, those left out for a reason. */
export interface RowsWanted {
  readonly of?: string;
  readonly excluded?: string;
}

/** Where the rows behind a number are listed, of the very instant it was asked of; null: a value in its filters cannot be written there. */
export function rowsAddress({ name }: Kpi, asking: Asking, wanted: RowsWanted = {}): string | null {
  const params = questionParams(asking);
  if (params === null) return null;
  const query = new URLSearchParams([...params.map(([key, value]) => [key, value]), ...Object.entries(wanted)]);
  return `/v1/kpis/${encodeURIComponent(name)}/rows?${query.toString()}`;
}
