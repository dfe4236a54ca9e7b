import { countName } from './count-names.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** How many leads there are among touches; n: the touches. */
export class TouchedLeadsTally implements Tally {
  private n = 0;
  private readonly touchesOf = new Map<string, number>();

  add({ subject }: FactView): void {
    this.n++;
    countName(this.touchesOf, subject, 1);
  }

  remove({ subject }: FactView): void {
    this.n--;
    countName(this.touchesOf, subject, -1);
  }

  parts(): readonly TallyPart[] {
    return [{ key: {}, value: this.touchesOf.size, n: this.n, fields: {} }];
  }
}
