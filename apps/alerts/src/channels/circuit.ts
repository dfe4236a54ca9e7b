/** So many failures one after the other say that nothing gets through. */
const failuresToOpen = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 600_000;

/**
 * Whether anything gets through to an endpoint. After failures in a row nothing is tried for a while, then one message; the pause grows as long as that
 * fails too. What waits meanwhile keeps its own tries.
 */
export class Circuit {
  private failures = 0;
  private opensAt = Number.NEGATIVE_INFINITY;

  /** `elapsed`: milliseconds that no clock step can change */
  constructor(private readonly elapsed: () => number) {}

  succeeded(): void {
    this.failures = 0;
    this.opensAt = Number.NEGATIVE_INFINITY;
  }

  failed(): void {
    // those that were tried side by side with the one that opened it say nothing new
    if (this.waitMs > 0) return;
    this.failures += 1;
    if (this.failures >= failuresToOpen)
      this.opensAt = this.elapsed() + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.failures - failuresToOpen, 10));
  }

  /** How many messages may be tried at once, of so many. */
  allows(many: number): number {
    if (this.failures < failuresToOpen) return many;
    return this.waitMs > 0 ? 0 : 1;
  }

  /** Milliseconds until something may be tried. */
  get waitMs(): number {
    return Math.max(0, this.opensAt - this.elapsed());
  }
}
