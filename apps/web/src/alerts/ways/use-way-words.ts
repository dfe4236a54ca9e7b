import { useLingui } from '@lingui/react/macro';
import { useClock, useFormattingLocale, useMoment } from '../../console/use-console.js';
import { useChoices } from '../policies/policy-answers.js';
import { useLadderWords } from '../policies/use-ladder-words.js';
import { useFailureWords } from './failure-words.js';

const EXACT_WITHIN_MS = 600_000;

/** What is said of ways, in the language on screen; `asOf` (epoch ms) is the day of which times need no date. */
export function useWayWords(asOf: number) {
  const { t } = useLingui();
  const { teams } = useChoices();
  const ladder = useLadderWords();
  const moment = useMoment();
  const { exact } = useClock();
  const failure = useFailureWords();
  const all = new Intl.ListFormat(useFormattingLocale(), { type: 'conjunction' });
  const kinds = new Map([
    ['email', t`E-mail`],
    ['webhook', t`Webhook`],
    ['slack', 'Slack'],
    ['teams', 'Microsoft Teams'],
    ['push', t`Browser notifications`],
  ]);
  const team = (id: string): string => teams.find((one) => one.id === id)?.name ?? id;
  const listener = (word: string): string => {
    if (word === 'everybody') return t`everybody`;
    if (word === 'manager:*') return t`who manages any team`;
    const [who, id] = [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)];
    const named = team(id);
    if (who === 'team') return t`the team ${named}`;
    if (who === 'manager') return t`the manager of ${named}`;
    return ladder.listener(word);
  };
  return {
    kind: (kind: string): string => kinds.get(kind) ?? kind,
    listener,
    team,
    policies: (ids: readonly (string | null)[]): string => all.format(ids.map((id) => id ?? t`the default`)),
    list: (words: readonly string[]): string => all.format(words),
    /** '' for null: there was no such moment */
    moment: (instant: string | null): string => (instant === null ? '' : moment(Date.parse(instant), asOf)),
    /** the same with its seconds where that is a matter of minutes */
    soon: (instant: string | null): string => {
      const at = Date.parse(instant ?? '');
      if (Number.isNaN(at)) return '';
      return Math.abs(at - asOf) < EXACT_WITHIN_MS ? exact(at) : moment(at, asOf);
    },
    failure,
  };
}
