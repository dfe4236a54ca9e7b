import { countName } from './count-names.js';
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

/** The members that occur in any group of an answer, and those to show: made once for all of its groups. */
export class Members {
  private readonly counts = new Map<string, number>();
  private made: { readonly asOf: number; readonly members: ReturnType<Series['members']> } | null = null;

  constructor(private readonly series: Pick<Series, 'members'>) {}

  count(name: string, times: number): void {
    const size = this.counts.size;
    countName(this.counts, name, times);
    if (this.counts.size !== size && this.made !== null) this.made = { ...this.made, asOf: Number.NaN };
  }

  shown(asOf: number): ReturnType<Series['members']> {
    if (this.made?.asOf === asOf) return this.made.members;
    const members = this.series.members(new Set(this.counts.keys()), asOf);
    const before = this.made?.members ?? [];
    // the same array while they are the same, so that groups need not be made again
    const isSame =
      members.length === before.length && members.every(({ name, key }, i) => name === before[i]?.name && isOneKey(key, before[i]?.key));
    this.made = { asOf, members: isSame ? before : members };
    return this.made.members;
  }
}

/** What a tally of a series said last, of these members. */
export interface SaidOfMembers {
  readonly members: ReturnType<Series['members']>;
  readonly parts: readonly TallyPart[];
}

const isOneKey = (a: Key, b: Key | undefined): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Counts of a series. All groups of an answer show the same members, so the tallies of one answer share what has been seen. */
export function seriesTallies(series: Series): () => Tally {
  const everywhere = new Members(series);
  return () => new SeriesTally(series, everywhere);
}

class SeriesTally implements Tally {
  readonly moves = 'with_facts';
  private n = 0;
  private readonly counts = new Map<string, number>();
  private said: SaidOfMembers | null = null;

  constructor(
    private readonly series: Series,
    private readonly everywhere: Members,
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
    this.said = null;
    this.n += times;
    countName(this.counts, member, times);
    this.everywhere.count(member, times);
  }

  parts(asOf: number): readonly TallyPart[] {
    const { shares } = this.series;
    const members = this.everywhere.shown(asOf);
    if (this.said?.members === members) return this.said.parts;
    const parts = members.map(({ name, key }) => {
      const value = this.counts.get(name) ?? 0;
      if (!shares) return { key, value, n: value, fields: {} };
      const { low, high, small } = shareInterval(value, this.n);
      const share = this.n === 0 ? null : value / this.n;
      return { key, value, n: this.n, fields: { share, share_low: low, share_high: high, small } };
    });
    this.said = { members, parts };
    return parts;
  }
}
