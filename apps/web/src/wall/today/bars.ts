import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';

/** The drawing of the distribution: bins of equal width, their edges labelled below, their counts above. Sizes in px of the stage. */
export const picture = {
  width: 677,
  height: 462,
  left: 30,
  step: 71,
  bar: 61,
  gap: 5,
  base: 396,
  tallest: 272,
  least: 6,
  label: 12,
} as const;

/** tabular digits of 50 px are this wide, and a label this tall */
const DIGIT = 30;
const LABEL_HEIGHT = 50;
const LABEL_GAP = 6;
/** a number of three digits is set so narrow that it stands over its own bar only */
const NARROW = { digits: 3, width: 64 } as const;

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly count: number;
  /** the middle of its number, which never leaves the picture */
  readonly labelX: number;
  /** all its answers came after the target */
  readonly late: boolean;
  /** how wide its number is set; null: as it comes */
  readonly labelSet: number | null;
  /** false where its number would stand in another's: the larger one is told */
  readonly told: boolean;
}

/** One bar a bin, as tall as its share of the largest; a bin with anything in it is never flat. */
export function barsOf(bins: readonly ResponseBin[], targetSeconds: number): readonly Bar[] {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const bars = bins.map(({ count, fromSeconds }, at) => {
    const height = count === 0 ? 0 : Math.max(picture.least, (count / most) * picture.tallest);
    const x = picture.left + at * picture.step + picture.gap;
    const labelX = Math.min(x + picture.bar / 2, picture.width - labelWidth(count) / 2);
    const labelSet = isNarrow(count) ? NARROW.width : null;
    return { x, y: picture.base - height, height, count, labelX, labelSet, late: fromSeconds >= targetSeconds, told: true };
  });
  const told: Bar[] = [];
  for (const bar of [...bars].sort((a, b) => b.count - a.count)) if (told.every((other) => !touch(bar, other))) told.push(bar);
  return bars.map((bar) => ({ ...bar, told: told.includes(bar) }));
}

const isNarrow = (count: number): boolean => String(count).length === NARROW.digits;
const labelWidth = (count: number): number => (isNarrow(count) ? NARROW.width : String(count).length * DIGIT);

function touch(one: Bar, other: Bar): boolean {
  const apart = Math.abs(one.labelX - other.labelX) - (labelWidth(one.count) + labelWidth(other.count)) / 2;
  return apart < LABEL_GAP && Math.abs(one.y - other.y) < LABEL_HEIGHT;
}

/** Where the target's line stands: on its edge, between two edges in proportion; null where it lies beyond the last edge. */
export function targetX(bins: readonly ResponseBin[], targetSeconds: number): number | null {
  const at = bins.findIndex((bin) => targetSeconds >= bin.fromSeconds && targetSeconds < (bin.toSeconds ?? bin.fromSeconds + 1));
  const bin = bins[at];
  if (bin === undefined) return null;
  const within = bin.toSeconds === null ? 0 : (targetSeconds - bin.fromSeconds) / (bin.toSeconds - bin.fromSeconds);
  return picture.left + (at + within) * picture.step;
}
