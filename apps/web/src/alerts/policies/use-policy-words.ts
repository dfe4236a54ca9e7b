import { useLingui } from '@lingui/react/macro';
import { useSourceWords } from '../../console/source-words.js';
import { useFormattingLocale, useZone } from '../../console/use-console.js';
import { writeDuration } from './duration.js';
import type { Settings } from './policy-answers.js';
import { useChoices } from './policy-answers.js';
import { type Trait, traits } from './policy-draft.js';

/** What policies say, in the language on screen. */
export function usePolicyWords() {
  const { t } = useLingui();
  const { channel, outcome, origin } = useSourceWords();
  const { teams } = useChoices();
  const locale = useFormattingLocale();
  const zone = useZone();
  const traitNames: Readonly<Record<Trait, string>> = {
    origin: t`Source`,
    team: t`Team`,
    segment: t`Segment`,
    channel: t`Channel`,
  };
  const actors = new Map([
    ['human', t`people`],
    ['ai', t`an AI agent`],
    ['automated', t`automatic messages`],
  ]);
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const value = (trait: Trait, id: string): string => {
    if (trait === 'team') return teams.find((team) => team.id === id)?.name ?? id;
    return trait === 'origin' ? origin(id) : trait === 'channel' ? channel(id) : id;
  };
  const matched = (match: Settings['match']): string => {
    const parts = traits.flatMap((trait) => {
      const values = match[trait];
      if (values === undefined) return [];
      const named = values.length === 0 ? t`none` : either.format(values.map((id) => value(trait, id)));
      return [`${traitNames[trait]}: ${named}`];
    });
    return parts.length === 0 ? t`any lead` : parts.join(' · ');
  };
  const targets = ({ answer_s, contact_s }: Settings['targets']): string => {
    const answer = writeDuration(answer_s ?? 300);
    const contact = writeDuration(contact_s ?? 0);
    return contact_s === undefined ? t`answer in ${answer}` : t`answer in ${answer}, contact in ${contact}`;
  };
  return {
    trait: (name: Trait): string => traitNames[name],
    value,
    matched,
    targets,
    channel: (id: string): string => (id === 'task' ? t`Task` : channel(id)),
    outcome,
    actor: (id: string): string => actors.get(id) ?? id,
    calendar: (id: string | undefined): string => id ?? t`those of the lead’s team; without any always open`,
    list: (words: readonly string[]): string => all.format(words),
    number: (count: number): string => new Intl.NumberFormat(locale).format(count),
    /** with its day, in the site's zone */
    moment: (instant: string): string => moment.format(Date.parse(instant)),
    /** which policy judges; null: none of them */
    judge: (policy: string | null): string => policy ?? t`the default`,
  };
}
