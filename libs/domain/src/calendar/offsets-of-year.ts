import { Temporal } from 'temporal-polyfill';

/** A stretch in which the zone's wall clock is ahead of UTC by one offset: instants and milliseconds. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** Years of all zones together: a bound on memory, not a rule. */
const cachedYears = 20_000;
const known = new Map<string, readonly OffsetSpan[]>();

/** The instant at which a year begins in UTC. Not by `Date.UTC`, for which 99 is 1999. */
export const startOfYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

/** The offsets of a zone over a year of UTC, in order and without a gap: one, unless its clock changes. */
export function offsetsOfYear(zone: string, year: number): readonly OffsetSpan[] {
  const key = `${zone} ${year}`;
  let spans = known.get(key);
  if (spans === undefined) {
    if (known.size >= cachedYears) known.clear();
    known.set(key, (spans = readOffsets(zone, startOfYear(year), startOfYear(year + 1))));
  }
  return spans;
}

function readOffsets(zone: string, from: number, until: number): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let now = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = now.getTimeZoneTransition('next');
    const begins = now.epochMilliseconds;
    const offset = now.offsetNanoseconds / 1_000_000;
    if (next === null || next.epochMilliseconds >= until) {
      spans.push({ from: begins, until, offset });
      return spans;
    }
    spans.push({ from: begins, until: next.epochMilliseconds, offset });
    now = next;
  }
}
