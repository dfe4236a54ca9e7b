/** A request of a few hundred bytes costs more than its bytes. */
const LEAST_BYTES = 4 * 1024;

/** Bounds the bodies that are in the house at once, so that a flood is told to wait instead of filling the memory. */
export class Admission {
  private inside = 0;
  private shut = false;
  private onEmpty: (() => void) | null = null;

  constructor(
    private readonly mostBytes: number,
    private readonly largestBody: number,
  ) {}

  /** Bytes of those who are inside. */
  get taken(): number {
    return this.inside;
  }

  /** What a request weighs by its Content-Length; one that does not say may be as large as any. */
  weigh(contentLength: string | undefined): number {
    const said = contentLength === undefined ? this.largestBody : Number(contentLength);
    return Math.max(LEAST_BYTES, Math.min(Number.isFinite(said) ? said : this.largestBody, this.largestBody));
  }

  /** `full`: come again later. `shut`: the program stops. Who came `in` must `leave` with the same weight. */
  enter(bytes: number): 'in' | 'full' | 'shut' {
    if (this.shut) return 'shut';
    if (this.inside + bytes > this.mostBytes) return 'full';
    this.inside += bytes;
    return 'in';
  }

  leave(bytes: number): void {
    this.inside -= bytes;
    if (this.inside === 0) this.onEmpty?.();
  }

  /** Lets nobody in any more and resolves when all are out, or when the limit is over: a sender that never ends its body must not hold us. */
  async close(limitMs: number): Promise<void> {
    this.shut = true;
    if (this.inside === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.onEmpty = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
