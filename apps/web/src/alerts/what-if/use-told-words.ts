import { useChoices } from '../policies/policy-answers.js';
import { useWordsOfTold } from './told-words.js';

/** Whom an alert tells, in the language on screen, with the names of the site. */
export function useToldWords(): (to: string) => string {
  const { teams, reps } = useChoices();
  return useWordsOfTold({ rep: nameIn(reps), team: nameIn(teams) });
}

const nameIn = (named: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
  named.find((one) => one.id === id)?.name ?? id;
