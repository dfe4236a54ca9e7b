import { useLingui } from '@lingui/react/macro';
import { useWords } from '../../clock/words.js';
import { useFormattingLocale, useLive } from '../../console/use-console.js';
import { memberOf } from '../record.js';
import { floor, rep } from '../streams.js';
import type { StepAhead } from './steps-ahead.js';

/** What a step will do, in words: whom it tells, and what becomes of the lead. `isAhead`: the target has not passed by then. */
export function useStepWords(team: string | null): (step: StepAhead, isAhead: boolean) => string {
  const { t } = useLingui();
  const words = useWords();
  const locale = useFormattingLocale();
  const reps = useLive(floor, (state) => state?.reps ?? none);
  const teams = useLive(floor, (state) => state?.teams ?? none);
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const listener = (told: string): string => {
    if (told === rep) return t({ message: 'you', context: 'who is told' });
    if (told === '*') return t({ message: 'everybody', context: 'who is told' });
    if (told === 'owner:next') return t`the new owner`;
    const [kind = '', ...rest] = told.split(':');
    const id = rest.join(':');
    const named = memberOf(teams, id)?.name ?? id;
    switch (id === '' ? '' : kind) {
      case 'manager':
        return t`the manager`;
      case 'team':
        return id === team ? t`the team` : t`the team ${named}`;
      case 'screen':
        return t`the screen ${id}`;
      case 'channel':
        return t`the channel ${id}`;
      default:
        return memberOf(reps, told)?.name ?? told;
    }
  };
  const telling = ({ to }: StepAhead, isAhead: boolean): string => {
    const [first = '', ...more] = to.map(listener);
    const who = all.format([first, ...more]);
    if (more.length === 0 && to[0] === rep) return isAhead ? t`you hear a tick` : t`you are told`;
    if (isAhead) return t`a tick for ${who}`;
    if (to[0] === '*') return t`everybody is told`;
    return more.length === 0 ? t`${who} is told` : t`${who} are told`;
  };
  const deeds = new Map([
    ['reassign', t`the lead goes to the next of the rota`],
    ['pool', t`the lead goes back to the pool`],
    ['away', t`the owner is set to “away”`],
  ]);
  return (step, isAhead) => {
    const { repeat, action } = step;
    const told = telling(step, isAhead);
    const [every, left] = [words.wait(repeat?.everyMs ?? 0), repeat?.left ?? 0];
    return [
      step.isOfContact ? t`if nobody has spoken with them: ${told}` : told,
      ...(repeat === null ? [] : [t`again every ${every}, ${left}×`]),
      ...(action === null ? [] : [deeds.get(action) ?? action]),
    ].join(', ');
  };
}

const none: Readonly<Record<string, { readonly name: string }>> = {};
