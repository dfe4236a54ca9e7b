/** Windows move with the clock, too: an answer of so long ago is asked again though nothing was heard. */
const oldMs = 30_000;
/** Answers kept; those asked for longest ago give way. */
const mostKept = 500;

/** How answers are kept. */
interface Keeping {
  /** a question is asked again at most so often, however much is heard meanwhile */
  readonly betweenMs?: number;
  /** questions asked of the database at one time: others need its connections, too */
  readonly atOnce?: number;
}

interface Kept<T> {
  /** where the read model stood before it was asked */
  readonly mark: string;
  readonly askedAt: number;
  readonly answer: Promise<T>;
  isThere: boolean;
}

/** Answers that cost a look at many facts, kept until the read model has moved: of one question one run at a time, and one every two seconds. */
export class KeptAnswers<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private readonly betweenMs: number;
  private readonly atOnce: number;

  /** `elapsed`: milliseconds that no clock step can change */
  constructor(
    private readonly elapsed: () => number,
    { betweenMs = 2_000, atOnce = 2 }: Keeping = {},
  ) {
    this.betweenMs = betweenMs;
    this.atOnce = atOnce;
  }

  /** The answer that is kept under the name if it will do while the read model stands at `mark`, else a new one. */
  get(name: string, mark: string, ask: () => Promise<T>): Promise<T> {
    const there = this.kept.get(name);
    if (there !== undefined && this.willDo(there, mark)) {
      this.put(name, there);
      return there.answer;
    }
    const fresh: Kept<T> = { mark, askedAt: this.elapsed(), answer: this.inTurn(ask), isThere: false };
    this.put(name, fresh);
    fresh.answer.then(
      () => {
        fresh.isThere = true;
      },
      () => {
        // what failed is asked again by whoever comes next
        if (this.kept.get(name) === fresh) this.kept.delete(name);
      },
    );
    return fresh.answer;
  }

  private willDo({ mark, askedAt, isThere }: Kept<T>, now: string): boolean {
    if (!isThere) return true;
    const age = this.elapsed() - askedAt;
    return age < this.betweenMs || (mark === now && age < oldMs);
  }

  /** Puts it last in the order of those that give way. */
  private put(name: string, kept: Kept<T>): void {
    this.kept.delete(name);
    this.kept.set(name, kept);
    if (this.kept.size <= mostKept) return;
    for (const [oldest, { isThere }] of this.kept) {
      if (!isThere) continue;
      this.kept.delete(oldest);
      return;
    }
  }

  private async inTurn(ask: () => Promise<T>): Promise<T> {
    while (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running++;
    try {
      return await ask();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }
}
