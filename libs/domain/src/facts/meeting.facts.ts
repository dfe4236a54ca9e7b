import type { Configuration } from '../configuration/configuration.js';
import type { TouchMoment } from '../lead/first-meeting.js';
import type { SubjectState, Touch } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import type { FactMaker } from './facts-of.js';
import { numbered, ownerAt, type Row, rowsOf, teamAt } from './row.js';

/**
 * How many touches it took to the first meeting of a lead that arrived. `part` says which meeting: `booked` or `held`; `outcome` whose
 * touches: `human`, `any`, null when the two counts are the same. `value` counts touches. Excluded: `self_booked`. While there is no
 * such meeting the lead's `arrival` row says so.
 */
export const meetingFacts: FactMaker = (state, configuration, { booking, held }) => {
  const { arrivedAt } = state;
  if (arrivedAt === null || (booking === null && held === null)) return [];
  return numbered([
    ...(booking === null ? [] : reached(state, configuration, arrivedAt, booking, 'booked')),
    ...(held === null ? [] : reached(state, configuration, arrivedAt, held, 'held')),
  ]);
};

function reached(
  state: SubjectState,
  configuration: Configuration,
  arrivedAt: number,
  meeting: TouchMoment,
  part: 'booked' | 'held',
): readonly Row[] {
  const { touch, at } = meeting;
  const credited = Math.max(at, arrivedAt);
  const rep = touch.rep ?? ownerAt(state, credited);
  const team = teamAt(state, configuration, rep, credited);
  const itself = part === 'booked' && touch.direction === 'outbound' ? 1 : 0;
  const human = itself + touchesBefore(state, meeting, arrivedAt, false);
  const anybody = itself + touchesBefore(state, meeting, arrivedAt, true);
  const selfBooked = touch.selfBooked.map((named) => named.at);
  const row = (outcome: string | null, value: number) =>
    rowsOf('meeting', state, { from: credited, until: null }, selfBooked, (now) => {
      const isSelfBooked = heldAt(touch.selfBooked, now)?.selfBooked === true;
      return { part, item: touch.id, at, rep, team, outcome, value, excluded: isSelfBooked ? 'self_booked' : null };
    });
  return human === anybody ? row(null, human) : [...row('human', human), ...row('any', anybody)];
}

/** Outbound touchpoints, no task, at or after the arrival and strictly before the meeting's instant, without the meeting itself. */
function touchesBefore(state: SubjectState, meeting: TouchMoment, arrivedAt: number, machines: boolean): number {
  const isCounted = (touch: Touch): boolean =>
    touch !== meeting.touch &&
    touch.direction === 'outbound' &&
    touch.channel !== 'task' &&
    (machines || touch.actor === 'human') &&
    touch.at >= arrivedAt &&
    touch.at < meeting.at;
  return state.touches.filter(isCounted).length;
}
