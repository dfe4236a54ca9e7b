import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { FieldProblem } from '../form/form-problems.js';

/** Of a field (`at`) and what the server says of it (`said`) the words on the page; the first that fits. */
const words: readonly { readonly at: RegExp; readonly said?: RegExp; readonly words: MessageDescriptor }[] = [
  { at: /^\$\.policy$/, said: /^unread$/, words: msg`Give it a name.` },
  { at: /^\$\.policy$/, said: /^taken$/, words: msg`There is a policy of this name: change that one, or choose another name.` },
  { at: /^\$\.policy$/, words: msg`A name is 1 to 200 characters on one line, and no e-mail address or telephone number.` },
  { at: /^\$\.order$/, said: /of the policy/, words: msg`The policy “{name}” has this place, or takes it later. Give each its own.` },
  { at: /^\$\.order$/, words: msg`The place is a whole number, such as 10.` },
  { at: /^\$\.targets$/, words: msg`Give a target for the answer, for contact, or for both.` },
  { at: /^\$\.(targets|snooze_max_s)/, words: msg`Write minutes and seconds, such as 5:00; more than 0:00.` },
  { at: /^\$\.calendar$/, said: /never open/, words: msg`This calendar is never open, so that no step could ever fire.` },
  { at: /^\$\.calendar$/, words: msg`There is no such calendar (any more).` },
  { at: /^\$\.quiet/, said: /unread/, words: msg`Give both, when they begin and when they end.` },
  { at: /^\$\.quiet/, words: msg`Quiet hours need two different times of day.` },
  { at: /^\$\.effective_from$/, said: /past/, words: msg`This instant has passed: leads that have come since would be judged anew.` },
  { at: /^\$\.effective_from$/, words: msg`Write a date and a time.` },
  { at: /^\$\.match/, words: msg`Each value is 1 to 200 characters on one line.` },
  { at: /^\$\.steps$/, words: msg`Two steps have the same name.` },
  { at: /\.id$/, words: msg`Give the step a name.` },
  { at: /\.of$/, words: msg`This step can never fire: the policy has no contact target to measure it by.` },
  { at: /\.at_s$/, said: /before the clock/, words: msg`This lies before the lead’s arrival: it is longer than the target.` },
  { at: /\.at_s$/, words: msg`Write minutes and seconds, such as 1:00.` },
  { at: /\.at_percent$/, words: msg`Write a percentage of the target, such as 80.` },
  { at: /\.notify/, said: /no rep/, words: msg`There is no such person (any more).` },
  { at: /\.notify/, words: msg`Nobody is known under this name.` },
  { at: /\.action$/, words: msg`Nobody knows what to do by this.` },
  { at: /\.repeat_s$/, said: /tells nobody/, words: msg`A step that tells nobody cannot repeat.` },
  { at: /\.repeat_s$/, words: msg`Say after how long it is told again, such as 1:00.` },
  { at: /\.repeat_max$/, words: msg`Say how often it may be told again: 1 to 1000.` },
  { at: /^\$\.steps\[\d+\]$/, said: /nobody/, words: msg`This step tells nobody and does nothing.` },
];

/** What is wrong with a field in the language on screen; what only the server has words for stands as it says it. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const { i18n } = useLingui();
  return ({ path, problem }) => {
    const found = words.find(({ at, said }) => at.test(path) && (said === undefined || said.test(problem)));
    if (found === undefined) return `${path.replace(/^\$\.?/, '')} ${problem}`;
    const name = /of the policy (.+); of two/.exec(problem)?.[1] ?? '';
    return i18n._(found.words.id, { name });
  };
}
