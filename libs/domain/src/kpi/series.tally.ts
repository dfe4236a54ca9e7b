import { shareInterval } from './interval.js';
import type { FactView, Key, Tally, TallyPart } from './tally.js';

/** The members of a series (bands, stages): those that are always there, in order, and where an unknown one comes. */
export interface Series {
  /** the name of a fact's member; names are compared, never shown */
  readonly memberOf: (fact: FactView) => string;
  /** all members to show at an instant, given the names that occur in any group */
  readonly members: (seen: ReadonlySet<string>, asOf: number) => readonly { readonly name: string; readonly key: Key }[];
  /** true: `n` is the whole group and `share` the part of it, between `share_low` and `share_high`; false: `n` is the member's own count */
  readonly shares: boolean;
}

/** Counts of a series. All groups of an answer show the same members, so the tallies of one answer share what has been seen. */
export function seriesTallies(series: Series): () => Tally {
  const everywhere = new Map<string, number>();
  return () => new SeriesTally(series, everywhere);
}

class SeriesTally implements Tally {
  private n = 0;
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly series: Series,
    private readonly everywhere: Map<string, number>,
  ) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  addAlike(fact: FactView, times: number): void {
    this.count(fact, times);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count(fact: FactView, times: number): void {
    const member = this.series.memberOf(fact);
    this.n += times;
    change(this.counts, member, times);
    change(this.everywhere, member, times);
  }

  parts(asOf: number): readonly TallyPart[] {
    const { members, shares } = this.series;
    return members(new Set(this.everywhere.keys()), asOf).map(({ name, key }) => {
      const value = this.counts.get(name) ?? 0;
      if (!shares) return { key, value, n: value, fields: {} };
      const { low, high, small } = shareInterval(value, this.n);
      const share = this.n === 0 ? null : value / this.n;
      return { key, value, n: this.n, fields: { share, share_low: low, share_high: high, small } };
    });
  }
}

function change(counts: Map<string, number>, name: string, times: number): void {
  const count = (counts.get(name) ?? 0) + times;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
