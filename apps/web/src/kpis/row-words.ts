import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from '../console/source-words.js';
import type { Row } from './answers.js';
import { useMemberWords } from './use-member-words.js';

const kinds = {
  arrival: msg`arrived`,
  response: msg`first answer`,
  target: msg`target of the first answer`,
  wait: msg`waiting`,
  meeting: msg({ message: 'meeting', context: 'a row' }),
  touch: msg`touchpoint`,
  funnel: msg`reached a step`,
  stage: msg`entered a stage`,
  close: msg`deal closed`,
  alert: msg`alert raised`,
  contact: msg`first contact`,
  assign: msg`got an owner`,
  handling: msg`answer of its owner`,
  visit: msg`time in a stage`,
  opportunity: msg`became an opportunity`,
  risk: msg`deal without activity`,
  cycle: msg`sales cycle`,
  spend: msg`spend`,
  subscription: msg`subscription`,
  survey: msg`survey answer`,
  goal: msg`goal`,
  forecast: msg`forecast`,
} as const;

const parts = {
  'target met': msg`answered in target`,
  'target breached': msg`target missed`,
  'close won': msg`deal won`,
  'close lost': msg`deal lost`,
} as const;

/** What a row says, as people would: a call to María, target missed, entered the stage Offer. */
export function useRowWords(): (row: Row) => string {
  const { i18n } = useLingui();
  const member = useMemberWords();
  const said = (table: Readonly<Record<string, ReturnType<typeof msg>>>, code: string): string | null => {
    const found = table[code];
    return found === undefined ? null : i18n._(found);
  };
  return ({ kind, part, stage, touch_channel: channel, outcome }) => {
    const what = said(parts, `${kind} ${part ?? ''}`) ?? said(kinds, kind) ?? humanised(kind);
    const more = [
      kind === 'touch' && channel !== null ? member('channel', channel) : null,
      kind === 'touch' && outcome !== null ? member('outcome', outcome) : null,
      (kind === 'stage' || kind === 'visit') && stage !== null ? member('stage', stage) : null,
      kind === 'funnel' && (stage ?? part) !== null ? member('stage', stage ?? part) : null,
    ].filter((text) => text !== null);
    return [what, ...more].join(' · ');
  };
}
