import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { createStore } from 'zustand/vanilla';
import { remember, remembered } from '../../console/remembered.js';
import { readAddress } from '../address.js';
import { team } from '../team-store.js';

const ANY_TEAM = '*';

/**
 * Whose manager sits here: the id of a team, `*` of any. Until people have accounts somebody says it, and this browser remembers it; before that it is
 * the team that the page was opened for.
 */
export const managerStore = createStore<{ readonly manages: string }>(() => ({
  manages: remembered('manages') ?? readAddress(new URLSearchParams(window.location.search)).filters.team ?? ANY_TEAM,
}));

/** Follows what another page of this browser says: a browser is told as one manager, whichever of its pages is in front. To be called once. */
export function followManagerChoice(): void {
  window.addEventListener('storage', () => {
    const manages = remembered('manages');
    if (manages !== null && manages !== managerStore.getState().manages) managerStore.setState({ manages });
  });
}

/** The same, where the site has that team; one that nobody knows is none that anybody manages. */
export const managedOf = (manages: string, teams: Readonly<TeamState['teams']>): string =>
  teams.some((known) => known.team === manages) ? manages : ANY_TEAM;

export const managedTeam = (): string => managedOf(managerStore.getState().manages, team.stream.state?.teams ?? []);

export function manage(of: string): void {
  managerStore.setState({ manages: of });
  remember('manages', of);
}

/** Whether whoever manages wants to be told here: nobody is because he is told as a rep, or because he looks at a team. */
export const isManagerTold = (): boolean => remembered('manager-notices') === 'on';
export const tellManager = (isTold: boolean): void => remember('manager-notices', isTold ? 'on' : null);
