import { type WorkingCalendar, workingBetween } from '../calendar/working-time.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import type { Pause } from './lead-state.js';

/** One pause of a lead's clock; instants in epoch milliseconds. */
export interface ExplainedPause {
  readonly from: number;
  /** null: it goes on */
  readonly until: number | null;
  /** what it takes off the wall clock: the part of it between the arrival and the answer, else the instant asked about */
  readonly milliseconds: number;
  /** what it takes off the working clock: as much of that part as is working time */
  readonly workingMilliseconds: number;
  /** a code; null: none was said */
  readonly reason: string | null;
  /** null: nobody was named */
  readonly rep: string | null;
}

/** The pauses of a clock that ran in [from, to), in order; together they are what it is paused in all. `counted`: the events that count; `calendar`: the policy's. */
export function explainPauses(
  pauses: readonly Pause[],
  counted: readonly LeadclockEvent[],
  from: number,
  to: number,
  calendar: WorkingCalendar,
): readonly ExplainedPause[] {
  return pauses.flatMap((pause) => {
    const [start, end] = [Math.max(pause.from, from), Math.min(pause.until ?? to, to)];
    if (end <= start) return [];
    const said = counted.find((event) => event.type === 'lead.paused' && effectiveTime(event) === pause.from);
    const { reason = null, rep = null } = said?.type === 'lead.paused' ? said.data : {};
    return [{ ...pause, milliseconds: end - start, workingMilliseconds: workingBetween(calendar, start, end), reason, rep }];
  });
}
