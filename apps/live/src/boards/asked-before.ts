/** Whoever asks again after longer than this is not waiting for the number to move. */
const rememberedMs = 3 * 60_000;
/** Those asked longest ago give way. */
const mostRemembered = 500;

/** Remembers what was asked lately, to know a question that comes again. */
export class AskedBefore {
  private readonly asked = new Map<string, number>();

  /** `elapsed`: milliseconds that no clock step can change */
  constructor(private readonly elapsed: () => number) {}

  /** Notes the question; answers whether it was asked a short while ago, too. */
  again(name: string): boolean {
    const last = this.asked.get(name);
    this.asked.delete(name);
    this.asked.set(name, this.elapsed());
    if (this.asked.size > mostRemembered) {
      const [oldest] = this.asked.keys();
      if (oldest !== undefined) this.asked.delete(oldest);
    }
    return last !== undefined && this.elapsed() - last <= rememberedMs;
  }
}
