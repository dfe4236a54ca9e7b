import { useWordsOfTold } from '../alerts/what-if/told-words.js';
import { useRepName } from './rep-names.js';
import { useTeam } from './team-context.js';

/** Whom an alert tells, or who has done something about it: `to` of its events, in the language on screen. */
export function useToldNames(): (to: string) => string {
  const repName = useRepName();
  const { teams } = useTeam().state;
  return useWordsOfTold({
    rep: (id) => repName(id) ?? id,
    team: (id) => teams.find(({ team }) => team === id)?.name ?? id,
  });
}
