import { compareUtf8 } from '../events/order.js';
import { type Presence, presenceAt } from './rep-presence.js';

/**
 * Whether anybody could have taken a lead at an instant: `there`, or the least that was missing. `on_call`, `away`: of those who worked then all were
 * on a call, or all were away or on a call; `day_off`: all who work at such hours had the day off; `hours`: they are nobody's hours; `nobody`: the team has
 * no active rep.
 */
export type Cover = 'there' | 'on_call' | 'away' | 'day_off' | 'hours' | 'nobody';

export interface Covered {
  readonly cover: Cover;
  /** the calendars whose hours left the gap; none but for `hours` */
  readonly calendars: readonly string[];
}

/** Of a team that is asked at many instants: the presences of all reps, each in its order. */
export class TeamCover {
  constructor(private readonly presences: readonly (readonly Presence[])[]) {}

  /** `team` null: anybody may take the lead. */
  at(team: string | null, instant: number): Covered {
    const members: Presence[] = [];
    for (const spans of this.presences) {
      const here = presenceAt(spans, instant);
      if (here === null || here.team === null || (team !== null && here.team !== team)) continue;
      if (here.why === null) return { cover: 'there', calendars: none };
      members.push(here);
    }
    const cover = coverOf(members);
    return { cover, calendars: cover === 'hours' ? calendarsOf(members) : none };
  }
}

function coverOf(members: readonly Presence[]): Cover {
  for (const why of ['on_call', 'away', 'day_off'] as const) if (members.some((member) => member.why === why)) return why;
  return members.length === 0 ? 'nobody' : 'hours';
}

const calendarsOf = (members: readonly Presence[]): readonly string[] =>
  [...new Set(members.flatMap(({ calendar }) => calendar ?? []))].toSorted(compareUtf8);

const none: readonly string[] = [];
