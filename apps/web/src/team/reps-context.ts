import { createContext, useContext } from 'react';
import { TeamContext } from './team-context.js';

interface NamedRep {
  readonly rep: string | null;
  readonly name: string | null;
}

/** The reps of the site, for parts of this page that stand on another, which hears no stream of a team. */
export const RepsContext = createContext<readonly NamedRep[] | null>(null);

/** The reps of the site: of the page around, or those that it was given. */
export function useReps(): readonly NamedRep[] {
  const given = useContext(RepsContext);
  const page = useContext(TeamContext);
  if (given === null && page === null) throw new Error('there are no reps around this part');
  return given ?? page?.state.reps ?? [];
}
