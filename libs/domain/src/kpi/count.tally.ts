import type { FactView, Field, Tally, TallyPart } from './tally.js';

/** How many facts there are. */
export class CountTally implements Tally {
  readonly moves = 'with_own_facts';
  private n = 0;

  add(): void {
    this.n++;
  }

  addAlike(_fact: FactView, times: number): void {
    this.n += times;
  }

  remove(): void {
    this.n--;
  }

  parts(): readonly TallyPart[] {
    const fields: Readonly<Record<string, Field>> = {};
    return [{ key: {}, value: this.n, n: this.n, fields }];
  }
}
