import { defineMeasure } from './measure.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/**
 * When subscriptions of a customer were first started: `since` the earliest, `first` which one it was. n: all starts. One that is started again for
 * another customer is that one's start.
 */
export const firstStarts = defineMeasure({
  name: 'first-starts',
  titles: { en: 'First subscriptions', es: 'Primeras suscripciones', ru: 'Первые подписки' },
  reads: ['subscription'],
  dimensions: ['customer', 'rep', 'team', 'origin', 'campaign', 'product'],
  readers: { customer: (fact) => fact.item },
  takes: () => (fact) => fact.part === 'change' && (fact.outcome === 'started' || fact.outcome === 'restarted'),
  tallies: () => () => new FirstStartTally(),
});

class FirstStartTally implements Tally {
  readonly moves = 'with_own_facts';
  /** the instants at which each subscription was started */
  private readonly starts = new Map<string, readonly number[]>();

  add({ subject, at, from }: FactView): void {
    this.starts.set(
      subject,
      [...(this.starts.get(subject) ?? []), at ?? from].toSorted((a, b) => a - b),
    );
  }

  remove({ subject, at, from }: FactView): void {
    const instants = this.starts.get(subject) ?? [];
    const left = instants.toSpliced(instants.indexOf(at ?? from), 1);
    if (left.length > 0) this.starts.set(subject, left);
    else this.starts.delete(subject);
  }

  parts(): readonly TallyPart[] {
    const starts = [...this.starts].flatMap(([subject, instants]) => instants.map((since) => ({ subject, since })));
    const [first] = starts.toSorted((a, b) => a.since - b.since || (a.subject < b.subject ? -1 : 1));
    return [{ key: {}, value: null, n: starts.length, fields: { since: first?.since ?? null, first: first?.subject ?? null } }];
  }
}
