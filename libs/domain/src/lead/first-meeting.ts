import type { SubjectState, Touch } from './lead-state.js';

/** A touchpoint getting an outcome. */
export interface TouchMoment {
  readonly at: number;
  readonly order: number;
  readonly touch: Touch;
}

const meetingChannels: ReadonlySet<string> = new Set(['meeting', 'demo', 'visit']);

/** The first instant at which any touchpoint (a call too) has the outcome booked; cancelled later, it was booked. */
export const firstBooking = (state: SubjectState): TouchMoment | null => firstOutcome(state.touches, 'booked');

/** The first touchpoint of channel meeting, demo or visit with the outcome held, and when it got it. */
export const firstHeld = (state: SubjectState): TouchMoment | null =>
  firstOutcome(
    state.touches.filter(({ channel }) => meetingChannels.has(channel)),
    'held',
  );

/** The earlier of two; of one instant the one first in the order of events. */
export function earlier<T extends { readonly at: number; readonly order: number }>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  return b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a;
}

function firstOutcome(touches: readonly Touch[], wanted: 'booked' | 'held'): TouchMoment | null {
  let first: TouchMoment | null = null;
  for (const touch of touches)
    for (const { at, order, outcome } of touch.outcomes) if (outcome === wanted) first = earlier(first, { at, order, touch });
  return first;
}
