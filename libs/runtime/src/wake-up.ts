/** One waiter that is woken by a call, or by the clock; a call while nobody waits is not lost. */
export class WakeUp {
  private woken = false;
  private nudged = false;
  private wake: (() => void) | null = null;

  call(): void {
    this.woken = true;
    this.wake?.();
  }

  /** Ends the wait at once without being a call: there is something to do that the clock would bring later. */
  nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  /** Resolves with true when it was called, with false when `ms` have passed. */
  async wait(ms: number): Promise<boolean> {
    if (!this.woken && !this.nudged) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
    const { woken } = this;
    this.woken = false;
    this.nudged = false;
    return woken;
  }
}
