import { ExactSum } from '../money/exact-sum.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** How many touchpoints there are, and how long was talked in them. */
export class ActivityTally implements Tally {
  readonly moves = 'with_own_facts';
  private n = 0;
  private readonly talked = new ExactSum();

  add(fact: FactView): void {
    this.n++;
    this.talked.add(fact.value ?? 0);
  }

  addSum(fact: FactView, times: number): void {
    this.n += times;
    this.talked.add(fact.value ?? 0);
  }

  remove(fact: FactView): void {
    this.n--;
    this.talked.add(-(fact.value ?? 0));
  }

  parts(): readonly TallyPart[] {
    return [{ key: {}, value: this.n, n: this.n, fields: { talk_s: this.talked.over(1000) } }];
  }
}
