import type { FactView, Tally, TallyPart } from './tally.js';

/** How many leads there are among touches; n: the touches. */
export class TouchedLeadsTally implements Tally {
  private n = 0;
  private readonly touchesOf = new Map<string, number>();

  add({ subject }: FactView): void {
    this.n++;
    this.touchesOf.set(subject, (this.touchesOf.get(subject) ?? 0) + 1);
  }

  remove({ subject }: FactView): void {
    this.n--;
    const left = (this.touchesOf.get(subject) ?? 0) - 1;
    if (left <= 0) this.touchesOf.delete(subject);
    else this.touchesOf.set(subject, left);
  }

  parts(): readonly TallyPart[] {
    return [{ key: {}, value: this.touchesOf.size, n: this.n, fields: {} }];
  }
}
