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
  /** until then the other side wants to be left alone, whatever else gets through */
  private askedUntil = Number.NEGATIVE_INFINITY;

  /** `elapsed`: milliseconds that no clock step can change */
  constructor(private readonly elapsed: () => number) {}

  /** Answers whether it had been closed, and is open again. */
  succeeded(): boolean {
    const wasClosed = this.opensAt > Number.NEGATIVE_INFINITY;
    this.failures = 0;
    this.opensAt = Number.NEGATIVE_INFINITY;
    return wasClosed && this.waitMs === 0;
  }

  /** Answers whether it is closed from now on. */
  failed(): boolean {
    // those that were tried side by side with the one that closed it say nothing new
    if (this.opensAt > this.elapsed()) return false;
    this.failures += 1;
    if (this.failures < failuresToOpen) return false;
    this.opensAt = this.elapsed() + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.failures - failuresToOpen, 10));
    return true;
  }

  /** The endpoint asks to be left alone for so long; that it says so is no failure. */
  rest(ms: number): void {
    this.askedUntil = Math.max(this.askedUntil, this.elapsed() + ms);
  }

  /** How many messages may be tried at once, of so many. */
  allows(many: number): number {
    if (this.waitMs > 0) return 0;
    return this.failures < failuresToOpen ? many : 1;
  }

  /** Milliseconds until something may be tried. */
  get waitMs(): number {
    return Math.max(0, this.opensAt - this.elapsed(), this.askedUntil - this.elapsed());
  }
}
