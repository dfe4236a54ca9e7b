import type { Configuration } from '../configuration/configuration.js';
import { type LateLead, lateClock } from './late-clock.js';
import type { Cover, TeamCover } from './team-cover.js';

/** What a late lead fell into, the gaps of calendars first; `closed`: it came while its clock stood; `there`: somebody could have taken it all along. */
export const lateCauses = ['hours', 'day_off', 'nobody', 'closed', 'away', 'on_call', 'there'] as const satisfies readonly (
  | Cover
  | 'closed'
)[];
export type LateCause = (typeof lateCauses)[number];

export interface CausedLate {
  readonly cause: LateCause;
  /** the instant that fell into the gap */
  readonly at: number;
  /** the calendars whose hours left it */
  readonly calendars: readonly string[];
}

/**
 * Why a lead was late, by two instants: when its clock began to run, and the last before its deadline. If nobody could take it at one of them, that is the
 * cause, the first of the two before the other. Else it came while its clock stood still, and was one of those that waited for the opening; else
 * people were there.
 */
export function lateCause(configuration: Configuration, cover: TeamCover, lead: LateLead): CausedLate {
  const { calendar, startedAt, endedAt, stood } = lateClock(configuration, lead);
  for (const at of [startedAt, endedAt]) {
    const covered = cover.at(lead.team, at);
    if (covered.cover !== 'there') return { cause: covered.cover, at, calendars: covered.calendars };
  }
  if (stood) return { cause: 'closed', at: lead.arrivedAt, calendars: calendar === null ? [] : [calendar] };
  return { cause: 'there', at: lead.arrivedAt, calendars: [] };
}
