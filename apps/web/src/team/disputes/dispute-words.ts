import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from '../../console/source-words.js';

/** What a dispute can be about besides one touchpoint, which it names by its id. */
export const subjects = ['answer', 'owner', 'spam'] as const;
export type DisputeSubject = (typeof subjects)[number];

const about = {
  answer: msg`The first answer was mine`,
  owner: msg`The lead was mine`,
  spam: msg`It was spam, and no lead`,
} as const;
const touch = msg`This touch was mine`;

/** Why, by what it is about: the log holds the code, people read the words. */
const mine = { other_device: msg`from another telephone or mailbox`, wrong_name: msg`logged under the wrong name` };
const owner = { mine_before: msg`it was mine before`, agreed: msg`we had agreed so` };
const spam = { bot: msg`sent by a machine`, advertising: msg`somebody who sells`, test: msg`a test` };
const other = { other: msg({ message: 'another reason', context: 'of a dispute' }) };
const accepting = { confirmed: msg`it is confirmed`, heard_it: msg`I heard or saw it` };
const refusing = { not_shown: msg`nothing shows it`, not_so: msg`it was not so` };

const all = new Map(Object.entries({ ...mine, ...owner, ...spam, ...other, ...accepting, ...refusing }));

const isSubject = (text: string): text is DisputeSubject => subjects.some((known) => known === text);

/** The reasons that a dialog offers, as codes. */
export const reasonsFor = (what: string): readonly string[] =>
  Object.keys({ ...(what === 'owner' ? owner : what === 'spam' ? spam : mine), ...other });
export const reasonsToDecide = (accepted: boolean): readonly string[] => Object.keys({ ...(accepted ? accepting : refusing), ...other });

/** What a dispute says and why, as people would; a code that this page does not know is written as words. */
export function useDisputeWords() {
  const { i18n } = useLingui();
  return {
    about: (what: string): string => i18n._(isSubject(what) ? about[what] : touch),
    reason: (code: string): string => {
      const known = all.get(code);
      return known === undefined ? humanised(code) : i18n._(known);
    },
  };
}
