import type { Aggregate } from './kpi.js';
import { defineMeasure } from './measure.js';
import type { FactView, Tally, TallyPart } from './tally.js';
import type { Span } from './window.js';

/**
 * How many leads have their first won deal in a span (null: at any time): all wins are looked at, whatever the window. The span is told of the
 * instant that the answer is of, since one that is kept goes on.
 */
export const firstWins = (spanAt: (asOf: number) => Span | null): Aggregate =>
  defineMeasure({
    name: 'first-wins',
    titles: { en: 'First deals won', es: 'Primeros negocios ganados', ru: 'Первые выигранные сделки' },
    reads: ['close'],
    dimensions: ['rep', 'team', 'origin', 'campaign', 'product'],
    takes: () => (fact) => fact.part === 'won',
    tallies: () => () => new FirstWinTally(spanAt),
  });

class FirstWinTally implements Tally {
  private readonly wins = new Map<string, number[]>();

  constructor(private readonly spanAt: (asOf: number) => Span | null) {}

  add({ subject, at, from }: FactView): void {
    const wins = this.wins.get(subject);
    if (wins === undefined) this.wins.set(subject, [at ?? from]);
    else wins.push(at ?? from);
  }

  remove({ subject, at, from }: FactView): void {
    const wins = this.wins.get(subject) ?? [];
    const place = wins.indexOf(at ?? from);
    if (place >= 0) wins.splice(place, 1);
    if (wins.length === 0) this.wins.delete(subject);
  }

  parts(asOf: number): readonly TallyPart[] {
    const span = this.spanAt(asOf);
    let n = 0;
    for (const wins of this.wins.values()) {
      const first = Math.min(...wins);
      if (span === null || (first >= span.from && first < span.to)) n += 1;
    }
    return [{ key: {}, value: n, n, fields: {} }];
  }
}
