import type { ComparisonName } from '@leadclock/live-protocol/board.js';
import type { TileChange, TileGoal } from '@leadclock/live-protocol/board-state.js';
import { useLingui } from '@lingui/react/macro';
import type { Measure } from '../kpis/value-format.js';

/** Which way a number went: its arrow says it, too. */
export type Way = 'up' | 'down' | 'level' | 'unknown';

/** A sentence with the arrow that stands before it. */
export interface Told {
  readonly way: Way;
  readonly text: string;
}

type Format = (value: number | null, measure: Measure) => string;
type Better = 'less' | 'more' | 'neither';

const COUNT: Measure = { unit: 'count', currency: null };
const SHARE: Measure = { unit: 'ratio', currency: null };

/** Never rounded up to a target that was not reached. */
const shownShare = (share: number, reached: boolean): number => (reached ? share : Math.min(share, 0.999));

/** What stands beside a number, in words: how it has changed, and how it stands against its target. */
export function useBesideWords(format: Format) {
  const { t } = useLingui();
  const times: Readonly<Record<ComparisonName, string>> = {
    before: t({ message: 'one period before', context: 'more than …' }),
    weekday: t({ message: 'the mean of this weekday', context: 'more than …' }),
    last_year: t({ message: 'a year before', context: 'more than …' }),
  };
  const heads: Readonly<Record<ComparisonName, string>> = {
    before: t`against the period before`,
    weekday: t`against this weekday’s mean`,
    last_year: t`against a year before`,
  };
  const movedBy = (difference: number, measure: Measure): string => {
    const points = format(Math.abs(Math.round(difference * 1_000) / 10), COUNT);
    return measure.unit === 'ratio' ? t`${points} points` : format(Math.abs(difference), measure);
  };
  const betterOrWorse = (difference: number, better: Better): string =>
    better === 'neither' ? '' : difference < 0 === (better === 'less') ? `, ${t`better`}` : `, ${t`worse`}`;
  return {
    change: (against: ComparisonName, change: Pick<TileChange, 'then' | 'difference'>, measure: Measure, better: Better): Told => {
      const time = times[against];
      const { difference } = change;
      if (change.then === null || difference === null) return { way: 'unknown', text: t`${time}: no value then` };
      if (difference === 0) return { way: 'level', text: t`the same as ${time}` };
      const moved = movedBy(difference, measure);
      const then = format(change.then, measure);
      const judged = betterOrWorse(difference, better);
      return difference > 0
        ? { way: 'up', text: t`${moved} more than ${time} (${then})` + judged }
        : { way: 'down', text: t`${moved} less than ${time} (${then})` + judged };
    },
    /** over a column of changes: what they are against */
    against: (time: ComparisonName): string => heads[time],
    /** the same as `change` says, under such a head */
    changeCell: ({ then, difference }: Pick<TileChange, 'then' | 'difference'>, measure: Measure, better: Better): string => {
      if (then === null || difference === null) return '–';
      if (difference === 0) return '=';
      return (difference > 0 ? arrows.up : arrows.down) + movedBy(difference, measure) + betterOrWorse(difference, better);
    },
    /** the same as `goal` says, in a column of targets */
    goalCell: ({ target, share, reached }: Pick<TileGoal, 'target' | 'share' | 'reached'>, measure: Measure): string => {
      const wanted = format(target, measure);
      if (reached === null) return wanted;
      if (share === null) return reached ? t`${wanted}: reached` : t`${wanted}: not reached`;
      const part = format(shownShare(share, reached), SHARE);
      return t`${part} of ${wanted}`;
    },
    /** why there is nothing to compare with */
    reason: (reason: string): string =>
      reason === 'no_window' ? t`Without a period there is nothing before.` : t`Only a day has a weekday.`,
    goal: ({ target, share, reached }: Pick<TileGoal, 'target' | 'share' | 'reached'>, measure: Measure): string => {
      const wanted = format(target, measure);
      if (reached === null) return t`target: ${wanted}`;
      if (share === null) return reached ? t`target ${wanted}: reached` : t`target ${wanted}: not reached`;
      const part = format(shownShare(share, reached), SHARE);
      return t`${part} of the target ${wanted}`;
    },
    pace: (pace: number, measure: Measure): string => {
      const amount = format(pace, measure);
      return t`at this rate ${amount} by the end`;
    },
  };
}

const arrows: Readonly<Record<Way, string>> = { up: '▲ ', down: '▼ ', level: '= ', unknown: '' };

/** A sentence with its arrow in front. */
export const withArrow = ({ way, text }: Told): string => arrows[way] + text;
