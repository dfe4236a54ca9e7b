import { useLingui } from '@lingui/react/macro';
import { toldIn } from '../alerts/what-if/told-in.js';
import { useRepName } from './rep-names.js';
import { useTeam } from './team-context.js';

/** Whom an alert tells, or who has done something about it: `to` of its events, in the language on screen. */
export function useToldNames(): (to: string) => string {
  const { t } = useLingui();
  const repName = useRepName();
  const { teams } = useTeam().state;
  const nameOf = (word: string): string | null => {
    if (word === '*') return t`everybody`;
    if (word === 'manager:*') return t`the manager of any team`;
    if (!word.startsWith('manager:')) return repName(word);
    const id = word.slice('manager:'.length);
    const name = teams.find(({ team }) => team === id)?.name ?? id;
    return t`the manager of ${name}`;
  };
  return (to) =>
    toldIn(to)
      .map((word) => nameOf(word) ?? word)
      .join(', ');
}
