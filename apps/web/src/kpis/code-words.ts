import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised, useSourceWords } from '../console/source-words.js';
import { useStageWords } from '../team/stage-words.js';

const bands = {
  '0-5': msg`up to 5 minutes`,
  '5-15': msg`5 to 15 minutes`,
  '15-60': msg`15 to 60 minutes`,
  '60+': msg`more than an hour`,
  unanswered: msg`no answer yet`,
} as const;

const others = {
  'actor human': msg`a person`,
  'actor automated': msg`a machine`,
  'actor ai': msg`an AI`,
  'direction inbound': msg`in`,
  'direction outbound': msg`out`,
} as const;

/** A value of a dimension as people say it: by the name that the site has for it, else in words, else by its code. */
export function useCodeWords(): (dimension: string, value: string | null, name: string | null) => string {
  const { i18n } = useLingui();
  const words = useSourceWords();
  const stage = useStageWords();
  const said = (table: Readonly<Record<string, ReturnType<typeof msg>>>, code: string): string | null => {
    const found = table[code];
    return found === undefined ? null : i18n._(found);
  };
  return (dimension, value, name) => {
    if (value === null)
      return i18n._(dimension === 'rep' ? msg`nobody’s` : msg({ message: 'not said', context: 'a group without a value' }));
    if (name !== null) return name;
    switch (dimension) {
      case 'origin':
        return words.origin(value);
      case 'channel':
        return words.channel(value);
      case 'outcome':
        return words.outcome(value);
      case 'band':
        return said(bands, value) ?? value;
      case 'stage':
        return stage({ stage: value, label: null });
      case 'product':
      case 'segment':
      case 'pipeline':
        return humanised(value);
      default:
        return said(others, `${dimension} ${value}`) ?? value;
    }
  };
}
