import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { createContext, useContext } from 'react';
import type { Filters } from './address.js';
import type { Figures } from './figures.js';

/** What all parts of the page draw from. */
export interface TeamPage {
  /** the stream of the team, as it is or as it was when the page was paused */
  readonly state: TeamState;
  readonly filters: Filters;
  /** null: they are being asked for, or cannot be had (`problem`) */
  readonly figures: Figures | null;
  readonly problem: Problem | null;
  /** the day, in the site's zone */
  readonly today: string;
  /** whether figures that move may be shown: after a minute of silence nobody knows them */
  readonly known: boolean;
}

/** What cannot be had, and since when. */
export interface Problem {
  readonly status: number;
  readonly text: string;
  readonly since: number;
}

export const TeamContext = createContext<TeamPage | null>(null);
/** What waits are counted to; apart, because it moves every second. */
export const AsOfContext = createContext(0);

export function useTeam(): TeamPage {
  const page = useContext(TeamContext);
  if (page === null) throw new Error('there is no team around this part');
  return page;
}

export const useAsOf = (): number => useContext(AsOfContext);
