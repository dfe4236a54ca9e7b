import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised, useSourceWords } from '../console/source-words.js';
import { useLive } from '../console/use-console.js';
import { useStageWords } from '../team/stage-words.js';
import { floor } from './floor-store.js';

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

/** A value of a dimension as people say it: names of reps and teams, the site's own stages, sources and channels in words. */
export function useMemberWords(): (dimension: string, value: string | null) => string {
  const { i18n } = useLingui();
  const words = useSourceWords();
  const stage = useStageWords();
  const reps = useLive(floor, (state) => state?.reps ?? null);
  const teams = useLive(floor, (state) => state?.teams ?? null);
  const funnel = useLive(floor, (state) => state?.funnel ?? null);
  const said = (table: Readonly<Record<string, ReturnType<typeof msg>>>, code: string): string | null => {
    const found = table[code];
    return found === undefined ? null : i18n._(found);
  };
  return (dimension, value) => {
    if (value === null)
      return i18n._(dimension === 'rep' ? msg`nobody’s` : msg({ message: 'not said', context: 'a group without a value' }));
    switch (dimension) {
      case 'rep':
        return reps?.find(({ rep }) => rep === value)?.name ?? value;
      case 'team':
        return teams?.find(({ team }) => team === value)?.name ?? value;
      case 'origin':
        return words.origin(value);
      case 'channel':
        return words.channel(value);
      case 'outcome':
        return words.outcome(value);
      case 'band':
        return said(bands, value) ?? value;
      case 'stage':
        return stage({ stage: value, label: funnel?.find((step) => step.stage === value)?.label ?? null });
      case 'product':
      case 'segment':
      case 'pipeline':
        return humanised(value);
      default:
        return said(others, `${dimension} ${value}`) ?? value;
    }
  };
}
