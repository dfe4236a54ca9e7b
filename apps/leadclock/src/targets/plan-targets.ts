import { createHash } from 'node:crypto';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { type Goal, identityOf } from './goal.js';
import type { PlacedGoal } from './read-goals.js';

/** What applying a goal comes to. */
export interface PlannedTarget extends PlacedGoal {
  /** the target id */
  readonly subject: string;
  /** the target that holds now; null: there is none yet */
  readonly was: number | null;
  /** the id of the event that sets it; null: it stands as it is */
  readonly event: string | null;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The target that a goal of a file sets, made from what makes it that goal. */
export const targetOf = (goal: Goal): string => `goal-${digest(identityOf(goal))}`;

/**
 * Which goals need an event, given all events of their targets that are in the log. The id of an event is made from what it follows and what
 * it says: two who apply the same file at once send one event, and a target that is set back to what it was is set anew.
 */
export function planTargets(goals: readonly PlacedGoal[], known: ReadonlyMap<string, readonly LeadclockEvent[]>): readonly PlannedTarget[] {
  return goals.map((placed) => {
    const { goal } = placed;
    const subject = targetOf(goal);
    const events = known.get(subject) ?? [];
    const latest = events.length === 0 ? undefined : foldSubject(events).state.other?.targets.at(-1);
    const was = latest === undefined ? null : latest.value / 10_000;
    const isSame = latest !== undefined && latest.value === Math.round(goal.target * 10_000);
    return { ...placed, subject, was, event: isSame ? null : digest(JSON.stringify([subject, goal.target, events.length])) };
  });
}

/** The CloudEvent that sets a target. `time`: epoch milliseconds. */
export const targetEvent = ({ goal, subject, event }: PlannedTarget, time: number) => ({
  specversion: '1.0',
  id: event,
  source: '/leadclock/targets',
  type: 'target.set',
  subject,
  time: new Date(time).toISOString(),
  data: {
    kpi: goal.kpi,
    period: goal.period,
    value: goal.target,
    ...(goal.team !== null && { team: goal.team }),
    ...(goal.rep !== null && { rep: goal.rep }),
  },
});
