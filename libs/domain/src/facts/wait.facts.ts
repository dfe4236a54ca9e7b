import { type WorkingCalendar, workingBetween, workingCalendar } from '../calendar/working-time.js';
import type { Configuration } from '../configuration/configuration.js';
import type { FactView } from '../kpi/tally.js';
import type { ClockSpan } from '../lead/clocks.js';
import type { Closing } from '../lead/closings.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Judgement } from '../lead/lead-view.js';
import { inside, overlap, without } from '../lead/spans.js';
import { ownerChanges, ownerCredit } from './credit.js';
import type { FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/** A lead that nobody has answered waits no longer than so many milliseconds (KPIS.md, waiting-now). */
export const longestWait = 30 * 86_400_000;

/**
 * Leads that wait, as a stock, with the owner and the team of the moment. `part`: `running`, `late` (the deadline has passed) or
 * `paused`; `at` the arrival; `due` the deadline as it is known then; `since` the arrival moved on by the pauses so far, so
 * that the wall clock shows T − since (paused: from − since). `value` is the working clock at `from`, in milliseconds; it runs
 * in the calendar `item` (null: always open), so that no row has to end when an office closes. `waitedAt` reads both.
 */
export const waitFacts: FactMaker = (rows, state, configuration, { judgements, closings }) => {
  for (const judgement of judgements) addWaits(rows, state, configuration, judgement, closings);
};

/** How long the lead of a `wait` row has waited at an instant of the row, in milliseconds. */
export function waitedAt(
  row: Pick<FactView, 'part' | 'item' | 'from' | 'since' | 'value'>,
  clock: 'working' | 'wall',
  at: number,
  configuration: Configuration,
): number {
  if (row.part === 'paused') return clock === 'wall' ? row.from - (row.since ?? row.from) : (row.value ?? 0);
  if (clock === 'wall') return at - (row.since ?? row.from);
  return (row.value ?? 0) + workingBetween(workingCalendar(configuration, row.item), row.from, at);
}

function addWaits(
  rows: FactRows,
  state: SubjectState,
  configuration: Configuration,
  judgement: Judgement,
  closings: readonly Closing[],
): void {
  const { clock, policy, answers } = judgement;
  const at = state.arrivedAt ?? judgement.from;
  const unanswered = inside(judgement, without({ from: at, until: at + longestWait }, answers));
  if (unanswered.length === 0) return;
  const handed = ownerChanges(state, configuration, at);
  for (const open of unanswered) {
    for (const waiting of without(open, closings)) {
      for (const running of clock.spans) {
        const span = overlap(waiting, running);
        if (span === null) continue;
        const changes = running.paused || running.due === null ? handed : [...handed, running.due];
        rows.add(span, changes, (now) => {
          const { rep, team } = ownerCredit(state, configuration, now);
          const value = workedAt(running, policy.calendar, now);
          return {
            part: partOf(running, now),
            item: policy.calendarId,
            at,
            since: sinceOf(running, now),
            due: running.due,
            value,
            rep,
            team,
          };
        });
      }
    }
  }
}

function partOf({ paused, due }: ClockSpan, now: number): 'running' | 'late' | 'paused' {
  if (paused) return 'paused';
  return due !== null && due <= now ? 'late' : 'running';
}

/** The start of the clock moved on by the pauses: what the wall clock shows is the time since. */
const sinceOf = ({ from, paused, waited }: ClockSpan, now: number): number => (paused ? now : from) - waited;

const workedAt = ({ from, paused, worked }: ClockSpan, calendar: WorkingCalendar, now: number): number =>
  paused ? worked : worked + workingBetween(calendar, from, now);
