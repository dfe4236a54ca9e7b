import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from './source-words.js';

/** Why somebody stops the clock of a lead: the log holds the code, people read the words. */
const words = {
  asked_for_later: msg`the lead wants to be called later`,
  waiting_for_lead: msg`we wait for something from the lead`,
  not_reachable: msg`the lead cannot be reached these days`,
  other: msg`another reason`,
} as const;
const all = new Map(Object.entries(words));

/** The reasons that the page offers, as codes. */
export const pauseReasons: readonly string[] = Object.keys(words);

/** A reason as people would say it; a code that another sender has given is written as words. */
export function usePauseReason(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => {
    const known = all.get(code);
    return known === undefined ? humanised(code) : i18n._(known);
  };
}
