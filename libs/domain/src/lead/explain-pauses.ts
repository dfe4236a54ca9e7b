import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import type { Pause } from './lead-state.js';

/** One pause of a lead's clock; instants in epoch milliseconds. */
export interface ExplainedPause {
  readonly from: number;
  /** null: it goes on */
  readonly until: number | null;
  /** what it takes off both clocks: the part of it between the arrival and the answer, else the instant asked about */
  readonly milliseconds: number;
  /** a code; null: none was said */
  readonly reason: string | null;
  /** null: nobody was named */
  readonly rep: string | null;
}

/** The pauses of a clock that ran in [from, to), in order; together they are what it is paused in all. `counted`: the events that count. */
export function explainPauses(
  pauses: readonly Pause[],
  counted: readonly LeadclockEvent[],
  from: number,
  to: number,
): readonly ExplainedPause[] {
  return pauses.flatMap((pause) => {
    const milliseconds = Math.min(pause.until ?? to, to) - Math.max(pause.from, from);
    if (milliseconds <= 0) return [];
    const said = counted.find((event) => event.type === 'lead.paused' && effectiveTime(event) === pause.from);
    const { reason = null, rep = null } = said?.type === 'lead.paused' ? said.data : {};
    return [{ ...pause, milliseconds, reason, rep }];
  });
}
