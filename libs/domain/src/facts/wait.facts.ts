import { type WorkingCalendar, workingBetween, workingCalendar } from '../calendar/working-time.js';
import type { Configuration } from '../configuration/configuration.js';
import type { FactView } from '../kpi/tally.js';
import { addEdges } from '../lead/changes.js';
import type { ClockSpan } from '../lead/clocks.js';
import { ownerCredit } from '../lead/credit.js';
import { furthestAt } from '../lead/lead-stages.js';
import { overlap } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';

/**
 * Leads that wait, as a stock, with the owner and the team of the moment. `part`: `running` or `paused`; `at` the arrival; `due` the deadline
 * as it is known then (`lateFrom` reads it, so that no row has to end when it passes); `since` the arrival moved on by the pauses so far, so
 * that the wall clock shows T − since (paused: from − since). `value` is the working clock at `from`, in milliseconds; it runs
 * in the calendar `item` (null: always open), so that no row has to end when an office closes. `waitedAt` reads both.
 * `stage` is `created` while the lead has come no further (contacted, say, by a machine's message that it replied to).
 */
export const waitFacts: FactMaker = (rows, state, configuration, { handed, waiting, reached }) => {
  const { arrivedAt } = state;
  if (arrivedAt === null || waiting.length === 0) return;
  const changes = [...handed];
  addEdges(changes, arrivedAt, reached);
  for (const span of waiting) {
    const { clock, policy } = span.judgement;
    for (const running of clock.spans) {
      const part = overlap(span, running);
      if (part === null) continue;
      rows.add(part, changes, (row, now) => {
        const { rep, team } = ownerCredit(state, configuration, now);
        row.part = running.paused ? 'paused' : 'running';
        row.item = policy.calendarId;
        row.at = arrivedAt;
        row.since = sinceOf(running, now);
        row.due = running.due;
        row.value = workedAt(running, policy.calendar, now);
        row.rep = rep;
        row.team = team;
        row.stage = furthestAt(reached, now) === 'created' ? 'created' : null;
      });
    }
  }
};

/** From when the lead of a `wait` row is late: running, its deadline passed. Infinity: not as long as the row says no other. */
export const lateFrom = ({ part, from, due }: Pick<FactView, 'part' | 'from' | 'due'>): number =>
  part === 'paused' || due === null ? Number.POSITIVE_INFINITY : Math.max(from, due);

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

/** The start of the clock moved on by the pauses: what the wall clock shows is the time since. */
const sinceOf = ({ from, paused, waited }: ClockSpan, now: number): number => (paused ? now : from) - waited;

const workedAt = ({ from, paused, worked }: ClockSpan, calendar: WorkingCalendar, now: number): number =>
  paused ? worked : worked + workingBetween(calendar, from, now);
