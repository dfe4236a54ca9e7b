import type { Configuration } from '../configuration/configuration.js';
import { addInstants } from '../lead/changes.js';
import { ownerAt, teamAt } from '../lead/credit.js';
import type { TouchMoment } from '../lead/first-meeting.js';
import type { SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import type { FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * How many touches it took to the first meeting of a lead that arrived. `part` says which meeting: `booked` or `held`; `outcome` whose
 * touches: `human`, `any`, null when the two counts are the same. `value` counts touches. Excluded: `self_booked`. While there is no
 * such meeting the lead's `arrival` row says so.
 */
export const meetingFacts: FactMaker = (rows, state, configuration, { booking, held }) => {
  if (state.arrivedAt === null) return;
  if (booking !== null) addReached(rows, state, configuration, state.arrivedAt, booking, 'booked');
  if (held !== null) addReached(rows, state, configuration, state.arrivedAt, held, 'held');
};

function addReached(
  rows: FactRows,
  state: SubjectState,
  configuration: Configuration,
  arrivedAt: number,
  meeting: TouchMoment,
  part: 'booked' | 'held',
): void {
  const { touch, at } = meeting;
  const from = Math.max(at, arrivedAt);
  const rep = touch.rep ?? ownerAt(state, from);
  const team = teamAt(state, configuration, rep, from);
  const itself = part === 'booked' && touch.direction === 'outbound' ? 1 : 0;
  const human = itself + touchesBefore(state, meeting, arrivedAt, false);
  const anybody = itself + touchesBefore(state, meeting, arrivedAt, true);
  const selfBooked: number[] = [];
  addInstants(selfBooked, from, touch.selfBooked);
  const add = (outcome: string | null, value: number): void =>
    rows.add({ from, until: null }, selfBooked, (row, now) => {
      row.part = part;
      row.item = touch.id;
      row.at = at;
      row.rep = rep;
      row.team = team;
      row.outcome = outcome;
      row.value = value;
      row.excluded = heldAt(touch.selfBooked, now)?.selfBooked === true ? 'self_booked' : null;
    });
  if (human === anybody) add(null, human);
  else {
    add('human', human);
    add('any', anybody);
  }
}

/** Outbound touchpoints, no task, at or after the arrival and strictly before the meeting's instant, without the meeting itself. */
function touchesBefore({ touches }: SubjectState, meeting: TouchMoment, arrivedAt: number, machines: boolean): number {
  let count = 0;
  for (const touch of touches) {
    const isWithin = touch.at >= arrivedAt && touch.at < meeting.at && touch !== meeting.touch;
    const isOurs = touch.direction === 'outbound' && touch.channel !== 'task' && (machines || touch.actor === 'human');
    if (isWithin && isOurs) count += 1;
  }
  return count;
}
