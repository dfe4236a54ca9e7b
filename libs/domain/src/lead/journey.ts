import type { SubjectState } from './lead-state.js';
import type { LeadSummary } from './summary.js';

/** What a lead comes to on its way to contact, in order. */
export const milestones = ['received', 'assigned', 'seen', 'claimed', 'attempted', 'contacted'] as const;
export type Milestone = (typeof milestones)[number];

/** When a lead first came to each milestone; null: it has not. Epoch milliseconds. */
export type Milestones = Readonly<Record<Milestone, number | null>>;

/** The way of a lead: from its arrival over its milestones. */
export interface Journey {
  readonly arrivedAt: number;
  readonly milestones: Milestones;
  /** the first owner was chosen by a rep, not by a rule or by whoever sent the lead */
  readonly assignedByRep: boolean;
  /** closed without contact; null: open, or there was contact */
  readonly closedAt: number | null;
}

/** One stretch of the way: the time it took to come to a milestone from the one before, or (`open`) that it has taken since the last. */
export interface Leg {
  readonly leg: Milestone | 'open';
  readonly milliseconds: number;
  /** who the time went by with: machines (delivery, rules) or people */
  readonly by: 'system' | 'human';
}

/**
 * The milestones of a lead that arrived. Seen: on a rep's visible screen. Attempted: the first outbound touchpoint by a human, no task, or the
 * answer if that comes before. The delivery of a backfilled lead says nothing, so it has no `received`.
 */
export function milestonesOf(state: SubjectState, answeredAt: number | null, contactedAt: number | null): Milestones {
  const attempt = state.touches.find(
    ({ at, direction, actor, channel }) =>
      at >= (state.arrivedAt ?? at) && direction === 'outbound' && actor === 'human' && channel !== 'task',
  );
  return {
    received: state.historical ? null : state.receivedAt,
    assigned: state.firstAssignment?.at ?? null,
    seen: state.viewedAt,
    claimed: state.claimedAt,
    attempted: earliest(attempt?.at ?? null, answeredAt),
    contacted: contactedAt,
  };
}

/** The way of a lead as its summary has it; null: it has not arrived. */
export function journeyOf(lead: LeadSummary): Journey | null {
  const { arrivedAt, assignedByRep, closedAt } = lead;
  if (arrivedAt === null) return null;
  const reached: Milestones = {
    received: lead.receivedAt,
    assigned: lead.assignedAt,
    seen: lead.seenAt,
    claimed: lead.claimedAt,
    attempted: lead.attemptedAt,
    contacted: lead.contactedAt,
  };
  return { arrivedAt, milestones: reached, assignedByRep, closedAt };
}

const earliest = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.min(a, b));

/**
 * The legs of a journey as of an instant; together they are exactly the time from the arrival to the contact (none: to the close, else to the
 * instant). A milestone that came after a later one is none of them: who called a lead before it was on his screen did not wait to see it.
 */
export function legsOf({ arrivedAt, milestones: reached, assignedByRep, closedAt }: Journey, asOf: number): readonly Leg[] {
  if (arrivedAt > asOf) return [];
  const contacted = reached.contacted !== null && reached.contacted <= asOf ? reached.contacted : null;
  const end = Math.max(arrivedAt, contacted ?? Math.min(closedAt ?? asOf, asOf));
  const known = milestones.flatMap((leg) => {
    const at = reached[leg];
    return at === null || at > end ? [] : [{ leg, at: Math.max(at, arrivedAt) }];
  });
  const legs: Leg[] = [];
  let from = arrivedAt;
  for (const [index, { leg, at }] of known.entries()) {
    if (known.slice(index).some((later) => later.at < at)) continue;
    const isSystem = leg === 'received' || (leg === 'assigned' && !assignedByRep);
    legs.push({ leg, milliseconds: at - from, by: isSystem ? 'system' : 'human' });
    from = at;
  }
  return contacted === null && end > from ? [...legs, { leg: 'open', milliseconds: end - from, by: 'human' }] : legs;
}
