import { useLingui } from '@lingui/react/macro';
import { useFormattingLocale } from '../../console/use-console.js';
import { useChoices } from '../policies/policy-answers.js';
import { toldIn } from './told-in.js';

/** Whom an alert tells, in the language on screen. */
export function useToldWords(): (to: string) => string {
  const { t } = useLingui();
  const { teams, reps } = useChoices();
  const all = new Intl.ListFormat(useFormattingLocale(), { type: 'conjunction' });
  const team = (id: string): string => teams.find((one) => one.id === id)?.name ?? id;
  const one = (word: string): string => {
    const [who = '', ...rest] = word.split(':');
    const id = rest.join(':');
    const named = team(id);
    if (word === '*') return t`everybody`;
    if (word === 'manager:*') return t`the managers`;
    if (who === 'team' && id !== '') return t`the team ${named}`;
    if (who === 'manager' && id !== '') return t`the manager of ${named}`;
    if (who === 'screen' && id !== '') return t`the screen ${id}`;
    if (who === 'channel' && id !== '') return t`the channel ${id}`;
    return reps.find((rep) => rep.id === word)?.name ?? word;
  };
  return (to) => all.format(toldIn(to).map(one));
}
