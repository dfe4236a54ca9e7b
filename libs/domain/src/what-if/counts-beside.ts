import type { Attained } from './attainment.js';

/** What happened, and what would have. */
export type Side = 'then' | 'replayed';

/** Leads of a group side by side. */
export interface AttainedBeside<Name> {
  readonly name: Name;
  readonly then: Attained;
  readonly replayed: Attained;
}

/** Counts leads by a name, each side by itself. */
export class CountsBeside<Name> {
  private readonly counts = new Map<Name, Record<Side, { met: number; breached: number }>>();

  count(name: Name, side: Side, says: keyof Attained): void {
    let group = this.counts.get(name);
    if (group === undefined) this.counts.set(name, (group = { then: { met: 0, breached: 0 }, replayed: { met: 0, breached: 0 } }));
    group[side][says] += 1;
  }

  /** The groups, in the order of their names. */
  inOrder(compare: (a: Name, b: Name) => number): readonly AttainedBeside<Name>[] {
    return [...this.counts].toSorted(([a], [b]) => compare(a, b)).map(([name, sides]) => ({ name, ...sides }));
  }
}
