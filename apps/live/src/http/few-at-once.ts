/** Lets so many pieces of work run at once. */
export class FewAtOnce {
  private running = 0;

  constructor(private readonly most: number) {}

  /** Runs `work`, or `turnAway` when there are as many already. */
  async run<T>(work: () => Promise<T>, turnAway: () => T | Promise<T>): Promise<T> {
    if (this.running >= this.most) return turnAway();
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }
}
