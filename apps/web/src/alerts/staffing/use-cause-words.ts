import { useLingui } from '@lingui/react/macro';
import type { Cause } from './staffing-answers.js';

/** What late leads fell into, in a few words and in a sentence. */
export function useCauseWords(): (cause: Cause) => { readonly title: string; readonly about: string } {
  const { t } = useLingui();
  const words = {
    hours: { title: t`nobody’s hours`, about: t`The clock ran, and no calendar of a rep had these hours.` },
    day_off: { title: t`all on a day off`, about: t`The clock ran, and everybody who works at such an hour had the day off.` },
    nobody: { title: t`no active rep`, about: t`The team had nobody who could take a lead.` },
    closed: {
      title: t`came while closed`,
      about: t`The lead came outside of the hours and was late after the opening, though people were there.`,
    },
    away: { title: t`all away`, about: t`Everybody who worked then had said to be away.` },
    on_call: { title: t`all on a call`, about: t`Everybody who worked then was on a call, or away.` },
    there: { title: t`people were there`, about: t`Somebody could have taken it all along.` },
  };
  return (cause) => words[cause];
}
