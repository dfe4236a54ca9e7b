import { DistributionTally } from './distribution.tally.js';
import { SortedValues } from './sorted-values.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** How late alerts were raised, as any distribution, and how late those that were shown were. In seconds. */
export class LatenessTally implements Tally {
  readonly moves = 'with_own_facts';
  private readonly raised = new DistributionTally(1000);
  private readonly shown = new SortedValues();

  add(fact: FactView): void {
    this.raised.add(fact);
    const late = shownLate(fact);
    if (late !== null) this.shown.add(late);
  }

  remove(fact: FactView): void {
    this.raised.remove(fact);
    const late = shownLate(fact);
    if (late !== null) this.shown.remove(late);
  }

  parts(): readonly TallyPart[] {
    const shown = { shown_median: this.shownAt(50), shown_p95: this.shownAt(95) };
    return this.raised.parts().map((part) => ({ ...part, fields: { ...part.fields, ...shown } }));
  }

  private shownAt(percent: number): number | null {
    const value = this.shown.percentile(percent);
    return value === null ? null : value / 1000;
  }
}

/** Milliseconds from the deadline until the alert was shown; null: it was not. */
const shownLate = ({ since, due }: FactView): number | null => (since === null || due === null ? null : since - due);
