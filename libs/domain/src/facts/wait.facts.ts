import { type WorkingCalendar, workingBetween, workingCalendar } from '../calendar/working-time.js';
import type { Configuration } from '../configuration/configuration.js';
import type { FactView } from '../kpi/tally.js';
import type { ClockSpan } from '../lead/clocks.js';
import type { Closing } from '../lead/closings.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Judgement } from '../lead/lead-view.js';
import { cutAt, inside, overlap, without } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';
import { ownerCredit } from './response-credit.js';
import { numbered, type Row, repChanges, rowsOf } from './row.js';

/** A lead that nobody has answered waits no longer than so many milliseconds (KPIS.md, waiting-now). */
export const longestWait = 30 * 86_400_000;

/**
 * Leads that wait, as a stock, with the owner and the team of the moment. `part`: `running`, `late` (the deadline has passed) or
 * `paused`; `at` the arrival; `due` the deadline as it is known then; `since` the arrival moved on by the pauses so far, so
 * that the wall clock shows T − since (paused: from − since). `value` is the working clock at `from`, in milliseconds; it runs
 * in the calendar `item` (null: always open), so that no row has to end when an office closes. `waitedAt` reads both.
 */
export const waitFacts: FactMaker = (state, configuration, { judgements, closings }) =>
  numbered(judgements.flatMap((judgement) => waits(state, configuration, judgement, closings)));

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

function waits(state: SubjectState, configuration: Configuration, judgement: Judgement, closings: readonly Closing[]): readonly Row[] {
  const { clock, policy, answers } = judgement;
  const arrivedAt = state.arrivedAt ?? judgement.from;
  const waiting = inside(judgement, without({ from: arrivedAt, until: arrivedAt + longestWait }, answers)).flatMap((span) =>
    without(span, closings),
  );
  const changes = waiting.length === 0 ? [] : changesOfStock(state, configuration);
  return waiting.flatMap((span) =>
    clock.spans.flatMap((running) => {
      const part = overlap(span, running);
      if (part === null) return [];
      const cuts = running.paused || running.due === null ? [] : [running.due];
      return cutAt(part, cuts).flatMap((piece) =>
        rowsOf(
          'wait',
          state,
          piece,
          changes,
          (now) => ({
            part: partOf(running, now),
            item: policy.calendarId,
            at: arrivedAt,
            since: sinceOf(running, now),
            due: running.due,
            value: workedAt(running, policy.calendar, now),
          }),
          (now) => ownerCredit(state, configuration, now),
        ),
      );
    }),
  );
}

function partOf({ paused, due }: ClockSpan, now: number): 'running' | 'late' | 'paused' {
  if (paused) return 'paused';
  return due !== null && due <= now ? 'late' : 'running';
}

/** The start of the clock moved on by the pauses: what the wall clock shows is the time since. */
const sinceOf = ({ from, paused, waited }: ClockSpan, now: number): number => (paused ? now : from) - waited;

const workedAt = ({ from, paused, worked }: ClockSpan, calendar: WorkingCalendar, now: number): number =>
  paused ? worked : worked + workingBetween(calendar, from, now);

/** The instants at which the owner, the named team, or (while the events name none) the owner's team changes. */
function changesOfStock(state: SubjectState, configuration: Configuration): readonly number[] {
  const named = [...state.owners, ...state.teams].map(({ at }) => at);
  const teamNamedAt = state.teams[0]?.at ?? Number.POSITIVE_INFINITY;
  const ofReps = state.owners.flatMap(({ owner, at }, i) =>
    repChanges(configuration, owner, at, Math.min(state.owners[i + 1]?.at ?? Number.POSITIVE_INFINITY, teamNamedAt)),
  );
  return ofReps.length === 0 ? named : [...named, ...ofReps];
}
