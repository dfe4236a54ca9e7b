import type { Asking } from '@leadclock/domain/kpi/asking.js';
import type { Part } from '@leadclock/domain/kpi/kpi.js';
import type { Site } from '@leadclock/domain/kpi/site.js';
import { type MovingInstant, movingThrough } from './moving-instant.js';

/** A part of a live question, and how it moves as the present goes on. */
export interface MovingPart {
  /** as it is asked at some present */
  readonly part: Part;
  readonly clock: PartClock;
}

export interface PartClock {
  /** the instant that the part is asked at: the present, or one of its own (the window's start, 90 days ago) */
  readonly asOf: MovingInstant;
  /** null: facts count wherever they are placed, as in a stock and over all time */
  readonly window: { readonly from: MovingInstant; readonly to: MovingInstant } | null;
}

const day = 86_400_000;
/** Further presents at which a question is tried: of another month and of another year, at no round time, so that what agrees does so by its kind and not by chance. */
const further = [0, 40 * day + 12_345_678, 400 * day + 23_456_789];

/**
 * The parts of a question with their clocks, found by asking for the parts at several presents: a formula says in one place what it is made of, and
 * that place tells how it moves. null: something in them is no matter of the present.
 */
export function movingParts(partsAt: (now: number) => readonly Part[], { asOf, window }: Asking, site: Site): readonly MovingPart[] | null {
  const tried = further.map((after) => ({ now: asOf + after, parts: partsAt(asOf + after) }));
  if (new Set(tried.map(({ parts }) => written(parts))).size > 1) return null;
  const moving = partsAt(asOf).flatMap((part, index): readonly MovingPart[] => {
    const seen = tried.flatMap(({ now, parts }) => parts.slice(index, index + 1).map(({ asking }) => ({ now, asking })));
    const clock = clockThrough(seen, window, site);
    return clock === null ? [] : [{ part, clock }];
  });
  return moving.length === tried[0]?.parts.length ? moving : null;
}

interface SeenPart {
  readonly now: number;
  readonly asking: Asking;
}

function clockThrough(seen: readonly SeenPart[], window: Asking['window'], site: Site): PartClock | null {
  const moving = (read: (asking: Asking) => number | null): MovingInstant | null => {
    const instants = seen.flatMap(({ now, asking }) => {
      const instant = read(asking);
      return instant === null ? [] : [{ now, instant }];
    });
    return instants.length < seen.length ? null : movingThrough(instants, window, site);
  };
  const asOf = moving((asking) => asking.asOf);
  if (asOf === null || seen.some(({ asking }) => asking.knownAt !== null)) return null;
  if (seen.every(({ asking: { from, to } }) => from === null && to === null)) return { asOf, window: null };
  const [from, to] = [moving((asking) => asking.from), moving((asking) => asking.to)];
  return from === null || to === null ? null : { asOf, window: { from, to } };
}

/** What is asked, but for the instants. */
const written = (parts: readonly Part[]): string =>
  JSON.stringify(parts.map(({ name, of, asking: { by, filters, params } }) => [name, of.name, by, filters, params]));
