import { useLingui } from '@lingui/react/macro';
import type { OutcomeName } from './log-effect.js';

/** What the outcomes are called, and what they add to the note. */
export function useLogWords() {
  const { t } = useLingui();
  const names: Readonly<Record<OutcomeName, string>> = {
    answered: t({ message: 'Answered', context: 'outcome of a call' }),
    noAnswer: t`No answer`,
    voicemail: t`Voicemail`,
    callBack: t`Call back at…`,
    wrongNumber: t`Wrong number`,
    notInterested: t`Not interested`,
  };
  return {
    outcome: (outcome: OutcomeName): string => names[outcome],
    prefix: (outcome: OutcomeName | null): string =>
      outcome === 'notInterested' ? t`Not interested.` : outcome === 'callBack' ? t`Wants to be called back.` : '',
  };
}
