import { type LateCause, lateCauses } from './late-cause.js';

export interface CauseCount {
  readonly cause: LateCause;
  readonly late: number;
}

/** Late leads by what they fell into. */
export class CauseCounts {
  private readonly counts = new Map<LateCause, number>();

  add(cause: LateCause, leads = 1): void {
    this.counts.set(cause, (this.counts.get(cause) ?? 0) + leads);
  }

  addAll(other: CauseCounts): void {
    for (const [cause, leads] of other.counts) this.add(cause, leads);
  }

  get all(): number {
    let all = 0;
    for (const leads of this.counts.values()) all += leads;
    return all;
  }

  /** Those that there are, the most first; equal ones in the order of `lateCauses`. */
  inOrder(): readonly CauseCount[] {
    return lateCauses
      .flatMap((cause) => {
        const late = this.counts.get(cause);
        return late === undefined ? [] : [{ cause, late }];
      })
      .toSorted((a, b) => b.late - a.late);
  }
}
