/** Messages a second that a page needs at the very most: clock samples and resumes. */
const perSecond = 20;
const atOnce = 100;
/** Who goes on after so many that were dropped is sent away. */
const mostDropped = 1_000;

/** How many messages one page may still send; on a count of milliseconds. */
export class MessageBudget {
  private left = atOnce;
  private dropped = 0;
  private countedAt: number;

  constructor(private readonly elapsed: () => number) {
    this.countedAt = elapsed();
  }

  /** `taken`: it is within the budget; `dropped`: it is not; `enough`: the page does not stop. */
  spend(): 'taken' | 'dropped' | 'enough' {
    const now = this.elapsed();
    this.left = Math.min(atOnce, this.left + ((now - this.countedAt) * perSecond) / 1_000);
    this.countedAt = now;
    if (this.left >= 1) {
      this.left -= 1;
      return 'taken';
    }
    this.dropped += 1;
    return this.dropped > mostDropped ? 'enough' : 'dropped';
  }
}
