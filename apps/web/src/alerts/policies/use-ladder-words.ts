import { useLingui } from '@lingui/react/macro';
import { useFormattingLocale } from '../../console/use-console.js';
import { writeDuration } from './duration.js';
import type { Step } from './policy-answers.js';
import { useChoices } from './policy-answers.js';

/** A step that tells once the target has passed; before that it only ticks. */
const isBefore = ({ at_s, at_percent }: Step): boolean => (at_s !== undefined ? at_s < 0 : (at_percent ?? 100) < 100);

/** Steps of a ladder in plain words. */
export function useLadderWords() {
  const { t } = useLingui();
  const { reps } = useChoices();
  const locale = useFormattingLocale();
  const roles = new Map([
    ['owner', t`the owner`],
    ['claimant', t`who has claimed it`],
    ['caller', t`who promised a call`],
    ['team', t`the team`],
    ['manager', t`the manager`],
  ]);
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const listener = (word: string): string => {
    const role = roles.get(word);
    if (role !== undefined) return role;
    const [kind = '', ...rest] = word.split(':');
    const id = rest.join(':');
    if (kind === 'rep') return reps.find((rep) => rep.id === id)?.name ?? id;
    return kind === 'screen' ? t`the screen ${id}` : kind === 'channel' ? t`the channel ${id}` : word;
  };
  const actions = new Map([
    ['reassign', t`the lead goes to the next of the rota`],
    ['pool', t`the lead goes back to the pool`],
    ['away', t`the owner is set to “away”`],
  ]);
  const when = ({ at_s, at_percent, of }: Step): string => {
    const after = at_s !== undefined && at_s > 0;
    const duration = writeDuration(Math.abs(at_s ?? 0));
    const share = percent.format((at_percent ?? 100) / 100);
    if (of === 'contact') {
      if (at_s !== undefined && at_s !== 0)
        return after ? t`${duration} after the contact target` : t`${duration} before the contact target`;
      return at_s === 0 || at_percent === 100 ? t`at the contact target` : t`at ${share} of the contact target`;
    }
    if (at_s !== undefined && at_s !== 0) return after ? t`${duration} after the deadline` : t`${duration} before the deadline`;
    return at_s === 0 || at_percent === 100 ? t`at the deadline` : t`at ${share} of the target`;
  };
  const told = (step: Step): string => {
    const who = all.format(step.notify.map(listener));
    const { action, repeat_s, repeat_max } = step;
    const every = writeDuration(repeat_s ?? 0);
    return [
      ...(step.notify.length === 0 ? [] : [isBefore(step) ? t`a tick for ${who}` : who]),
      ...(action === undefined ? [] : [actions.get(action) ?? action]),
      ...(repeat_s === undefined ? [] : [t`again every ${every}, up to ${repeat_max ?? 1}×`]),
      ...(step.clock === 'owner' ? [t`on the owner’s own clock`] : []),
    ].join(', ');
  };
  return {
    listener,
    action: (word: string): string => actions.get(word) ?? word,
    /** '1:00 before the deadline', and what happens then */
    step: (step: Step): { readonly when: string; readonly what: string } => ({ when: when(step), what: told(step) }),
  };
}
