/** How long anything works at a stretch, milliseconds: then other work of the process has its turn. */
const stretch = 10;

const waiting: (() => void)[] = [];

/**
 * A place in the one row of all who work for long: streams that are read, figures that are told for the first time. Whoever has worked for a stretch
 * waits for his turn, and each turn is in a round of the event loop of its own, so that many at once hold up the loop no longer than one does.
 */
export class Turns {
  private began: number;

  /** `elapsed`: milliseconds on a count of which nobody sees the beginning */
  constructor(private readonly elapsed: () => number = () => performance.now()) {
    this.began = elapsed();
  }

  /** Whether the stretch is over: `next` is to be waited for. */
  get isOver(): boolean {
    return this.elapsed() - this.began >= stretch;
  }

  async next(): Promise<void> {
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(letOneWork);
    });
    this.began = this.elapsed();
  }
}

/** Works through steps, letting others have their turn between. */
export async function inTurns(steps: Iterator<unknown>): Promise<void> {
  const turns = new Turns();
  while (steps.next().done !== true) if (turns.isOver) await turns.next();
}

/** One in each round of the loop: an immediate that is set within another comes in the next. */
function letOneWork(): void {
  const work = waiting.shift();
  if (waiting.length > 0) setImmediate(letOneWork);
  work?.();
}
