import { countName } from './count-names.js';
import { shareInterval } from './interval.js';
import { Members, type SaidOfMembers, type Series } from './series.tally.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** The share of hits in each member of a series, beside how many they are. All groups of an answer show the same members. */
export function conversionTallies(series: Pick<Series, 'memberOf' | 'members'>, isHit: (fact: FactView) => boolean): () => Tally {
  const everywhere = new Members(series);
  return () => new ConversionTally(series, isHit, everywhere);
}

interface Cohort {
  n: number;
  hits: number;
  readonly excluded: Map<string, number>;
}

const nobody: Cohort = { n: 0, hits: 0, excluded: new Map() };

class ConversionTally implements Tally {
  readonly moves = 'with_facts';
  private readonly cohorts = new Map<string, Cohort>();
  private said: SaidOfMembers | null = null;

  constructor(
    private readonly series: Pick<Series, 'memberOf' | 'members'>,
    private readonly isHit: (fact: FactView) => boolean,
    /** how many facts, excluded ones too, each member has in all groups of the answer */
    private readonly everywhere: Members,
  ) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  leave(fact: FactView, reason: string, sign: 1 | -1): void {
    countName(this.cohortOf(fact, sign).excluded, reason, sign);
  }

  private count(fact: FactView, sign: 1 | -1): void {
    const cohort = this.cohortOf(fact, sign);
    cohort.n += sign;
    if (this.isHit(fact)) cohort.hits += sign;
  }

  private cohortOf(fact: FactView, sign: 1 | -1): Cohort {
    const member = this.series.memberOf(fact);
    this.said = null;
    this.everywhere.count(member, sign);
    const cohort = this.cohorts.get(member) ?? { n: 0, hits: 0, excluded: new Map<string, number>() };
    this.cohorts.set(member, cohort);
    return cohort;
  }

  parts(asOf: number): readonly TallyPart[] {
    const members = this.everywhere.shown(asOf);
    if (this.said?.members === members) return this.said.parts;
    const parts = members.map(({ name, key }) => {
      const { n, hits, excluded } = this.cohorts.get(name) ?? nobody;
      return {
        key,
        value: n === 0 ? null : hits / n,
        n,
        fields: { reached: hits, ...shareInterval(hits, n) },
        excluded: Object.fromEntries(excluded),
      };
    });
    this.said = { members, parts };
    return parts;
  }
}
