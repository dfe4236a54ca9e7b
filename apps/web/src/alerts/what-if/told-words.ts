import { useLingui } from '@lingui/react/macro';
import { useFormattingLocale } from '../../console/use-console.js';
import { toldIn } from './told-in.js';

/** How a page calls reps and teams; an id that it does not know stays as it is. */
interface Names {
  readonly rep: (id: string) => string;
  readonly team: (id: string) => string;
}

/** Whom an alert tells, `to` of its events, in the language on screen. */
export function useWordsOfTold(names: Names): (to: string) => string {
  const { t } = useLingui();
  const all = new Intl.ListFormat(useFormattingLocale(), { type: 'conjunction' });
  const one = (word: string): string => {
    const [who = '', ...rest] = word.split(':');
    const id = rest.join(':');
    const named = names.team(id);
    if (word === '*') return t`everybody`;
    if (word === 'manager:*') return t`the managers`;
    if (who === 'team' && id !== '') return t`the team ${named}`;
    if (who === 'manager' && id !== '') return t`the manager of ${named}`;
    if (who === 'screen' && id !== '') return t`the screen ${id}`;
    if (who === 'channel' && id !== '') return t`the channel ${id}`;
    return names.rep(word);
  };
  return (to) => all.format(toldIn(to).map(one));
}
