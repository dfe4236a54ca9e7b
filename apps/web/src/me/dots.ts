import type { RepState } from '@leadclock/live-protocol/rep-state.js';

/** Where an answer stands in the picture, as shares of its width and height. */
export interface Dot {
  readonly key: string;
  readonly across: number;
  readonly up: number;
  readonly late: boolean;
}

export interface Dots {
  readonly dots: readonly Dot[];
  /** full hours to write under the picture, at most four */
  readonly hours: readonly { readonly at: number; readonly share: number }[];
  /** the height of the target's line */
  readonly targetAt: number;
}

const HOUR_MS = 3_600_000;
/** A picture never spans less: a first answer at nine would else stand alone in a minute. */
const LEAST_HOURS = 9;
/** The target lies so high that late answers have room above it. */
const TARGET_AT = 0.655;
const MOST_LABELS = 4;

/** The picture of a day's answers. It begins with the hour of the first and ends after `now`; the very late lie at the upper edge. */
export function dotsOf(answers: RepState['answers'], targetSeconds: number, now: number): Dots {
  const first = answers[0]?.at ?? now;
  const from = Math.floor(Math.min(first, now) / HOUR_MS) * HOUR_MS;
  const hours = Math.max(LEAST_HOURS, Math.ceil((now - from) / HOUR_MS));
  const span = hours * HOUR_MS;
  const dots = answers.map(({ lead, at, seconds, late }) => ({
    key: `${lead} ${at}`,
    across: Math.min(1, Math.max(0, (at - from) / span)),
    up: Math.min(1, (seconds / targetSeconds) * TARGET_AT),
    late,
  }));
  const step = Math.ceil(hours / (MOST_LABELS - 1));
  const labels = Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step);
  return { dots, hours: labels.map((hour) => ({ at: from + hour * HOUR_MS, share: hour / hours })), targetAt: TARGET_AT };
}
