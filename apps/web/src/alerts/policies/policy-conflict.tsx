import { Trans, useLingui } from '@lingui/react/macro';
import { ConflictPanel } from '../form/conflict-panel.js';
import { type Editing, settleConflict } from './draft-store.js';
import { writeDuration } from './duration.js';
import type { Current } from './keep-policy.js';
import type { Settings } from './policy-answers.js';
import { Settings as SettingsShape } from './policy-answers.js';
import { writtenOf } from './policy-draft.js';
import { useLadderWords } from './use-ladder-words.js';
import { usePolicyWords } from './use-policy-words.js';

/** Somebody else has saved the policy meanwhile, or taken it away. */
export function PolicyConflict({ editing, current }: { editing: Editing; current: Current }) {
  const lines = useLines();
  const theirs = current.settings;
  const mine = SettingsShape.safeParse(writtenOf(editing.draft).written).data ?? null;
  const isGone = theirs === null || theirs.removed === true;
  const [own, other] = [mine === null ? [] : lines(mine), isGone || theirs === null ? null : lines(theirs)];
  return (
    <ConflictPanel
      said={
        isGone ? (
          <Trans>Somebody else has taken this policy away meanwhile.</Trans>
        ) : (
          <Trans>Somebody else has changed this policy meanwhile.</Trans>
        )
      }
      own={own}
      theirs={other}
      onSettle={settleConflict}
    />
  );
}

/** What a policy says, line by line, always the same lines. */
function useLines() {
  const { t } = useLingui();
  const words = usePolicyWords();
  const { step } = useLadderWords();
  const touches = (list: readonly string[], said: (id: string) => string): string => (list.length === 0 ? '–' : words.list(list.map(said)));
  return ({ order, match, targets, calendar, counts, quiet, snooze_max_s, steps }: Settings) => [
    { name: t`Place in the order`, value: words.number(order) },
    { name: t`Matches`, value: words.matched(match) },
    { name: t`Targets`, value: words.targets(targets) },
    { name: t`Hours`, value: words.calendar(calendar) },
    { name: t`What is sent or done to the lead`, value: touches(counts?.outbound ?? [], words.channel) },
    { name: t`What comes from the lead and is picked up`, value: touches(counts?.inbound ?? [], words.channel) },
    { name: t`Done by`, value: touches(counts?.actors ?? [], words.actor) },
    { name: t`But not when it turns out as`, value: touches(counts?.unless ?? [], words.outcome) },
    { name: t`Quiet hours`, value: quiet === undefined ? '–' : `${quiet.from}–${quiet.to}` },
    { name: t`Put off`, value: snooze_max_s === undefined ? '–' : writeDuration(snooze_max_s) },
    {
      name: t`Ladder`,
      value:
        steps
          .map(step)
          .map(({ when, what }) => `${when}: ${what}`)
          .join('; ') || '–',
    },
  ];
}
