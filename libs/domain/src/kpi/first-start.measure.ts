import { defineMeasure } from './measure.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** When subscriptions of a customer were first started: `since` the earliest, `first` which one it was. n: all of them. */
export const firstStarts = defineMeasure({
  name: 'first-starts',
  reads: ['subscription'],
  dimensions: ['customer', 'rep', 'team', 'origin', 'campaign', 'product'],
  readers: { customer: (fact) => fact.item },
  takes: () => (fact) => fact.part === 'change' && fact.outcome === 'started',
  tallies: () => () => new FirstStartTally(),
});

class FirstStartTally implements Tally {
  /** a subscription is started once; a second start is a restart or a revision */
  private readonly starts = new Map<string, number>();

  add({ subject, at, from }: FactView): void {
    this.starts.set(subject, at ?? from);
  }

  remove({ subject }: FactView): void {
    this.starts.delete(subject);
  }

  parts(): readonly TallyPart[] {
    const [first] = [...this.starts].toSorted(([a, since], [b, other]) => since - other || (a < b ? -1 : 1));
    return [{ key: {}, value: null, n: this.starts.size, fields: { since: first?.[1] ?? null, first: first?.[0] ?? null } }];
  }
}
