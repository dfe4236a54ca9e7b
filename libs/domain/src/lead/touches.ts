import type { DataOf } from '../events/catalogue.js';
import type { Handlers, Moment } from './fold.js';
import { nothing, type OutcomeChange, type SubjectState, type Touch } from './lead-state.js';

/** The life of touchpoints: recorded, recorded again (the next outcome), corrected, retracted. */
export const touchHandlers: Handlers = {
  'touchpoint.recorded': (state, { data }, moment) => {
    const index = indexOf(state, data.touchpoint);
    const touch = state.touches[index];
    return touch === undefined
      ? { ...state, touches: [...state.touches, newTouch(data, moment)] }
      : { ...state, touches: state.touches.with(index, nextOutcome(touch, data, moment)) };
  },
  'touchpoint.corrected': (state, { data }) => {
    const index = indexOf(state, data.touchpoint);
    const touch = state.touches[index];
    return touch === undefined ? state : { ...state, touches: state.touches.with(index, corrected(touch, data)) };
  },
  'touchpoint.retracted': (state, { data }) => {
    const index = indexOf(state, data.touchpoint);
    return index < 0 ? state : { ...state, touches: state.touches.toSpliced(index, 1) };
  },
};

const indexOf = (state: SubjectState, id: string): number => state.touches.findLastIndex((touch) => touch.id === id);

function newTouch(data: DataOf<'touchpoint.recorded'>, { at, order }: Moment): Touch {
  return {
    id: data.touchpoint,
    at,
    order,
    channel: data.channel,
    direction: data.direction,
    actor: data.actor ?? 'human',
    rep: data.rep ?? null,
    outcomes: data.outcome === undefined ? nothing : [{ at, order, outcome: data.outcome }],
    durations: data.duration_s === undefined ? nothing : [{ at, seconds: data.duration_s }],
    selfBooked: data.self_booked === undefined ? nothing : [{ at, selfBooked: data.self_booked }],
  };
}

/** Start, channel, direction, actor and rep stay the first record's. */
function nextOutcome(touch: Touch, data: DataOf<'touchpoint.recorded'>, { at, order }: Moment): Touch {
  const { outcome, duration_s: seconds, self_booked: selfBooked } = data;
  return {
    ...touch,
    outcomes: outcome === undefined ? touch.outcomes : [...touch.outcomes, { at, order, outcome }],
    durations: seconds === undefined ? touch.durations : [...touch.durations, { at, seconds }],
    selfBooked: selfBooked === undefined ? touch.selfBooked : [...touch.selfBooked, { at, selfBooked }],
  };
}

/** A correction is true from the touch's first time; a corrected outcome takes the place of the latest one, at that one's instant. */
function corrected(touch: Touch, data: DataOf<'touchpoint.corrected'>): Touch {
  const { at, order } = touch;
  return {
    id: touch.id,
    at,
    order,
    channel: data.channel ?? touch.channel,
    direction: data.direction ?? touch.direction,
    actor: data.actor ?? touch.actor,
    rep: data.rep ?? touch.rep,
    outcomes: data.outcome === undefined ? touch.outcomes : replaceLatest(touch, data.outcome),
    durations: data.duration_s === undefined ? touch.durations : [{ at, seconds: data.duration_s }],
    selfBooked: data.self_booked === undefined ? touch.selfBooked : [{ at, selfBooked: data.self_booked }],
  };
}

function replaceLatest({ at, order, outcomes }: Touch, outcome: OutcomeChange['outcome']): readonly OutcomeChange[] {
  const latest = outcomes.at(-1) ?? { at, order };
  return [...outcomes.slice(0, -1), { at: latest.at, order: latest.order, outcome }];
}
