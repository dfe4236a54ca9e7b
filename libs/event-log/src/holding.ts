import { setTimeout as pause } from 'node:timers/promises';
import type { Follower, LogRecord } from './event-log.js';
import type { LogLines } from './log-lines.js';

/** What a partition of ours needs to know of the following that it belongs to. */
export interface Holder {
  readonly topic: string;
  readonly follower: Follower;
  readonly logger: LogLines;
  /** Aborted when the following stops: nothing waits any longer. */
  readonly stopping: AbortSignal;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

/** A partition that is ours: where we are in it, and what the follower has in hand. None of its promises rejects. */
export class Holding {
  /** The offset that is handed over next. */
  position = -1;
  private sought: number | null = null;
  private released = false;
  private inHand: Promise<void> = Promise.resolve();
  private calls = 0;

  constructor(
    readonly partition: number,
    private readonly holder: Holder,
  ) {}

  /** Asks the follower where to start; false when we lost the partition or stop meanwhile. */
  async take(): Promise<boolean> {
    const done = this.untilDone('take up', async () => {
      const offset = await this.holder.follower.assigned(this.partition);
      this.position = this.sought ?? offset;
      this.sought = null;
    });
    this.inHand = done.then(() => undefined);
    return done;
  }

  /** Gives records that begin at `position`; resolves when the follower has them, or when we stop or lost the partition. */
  async hand(records: readonly LogRecord[], next: number): Promise<void> {
    const last = records.at(-1);
    if (last === undefined) return;
    const done = this.untilDone('take the records of', () => this.holder.follower.records(this.partition, records, next));
    this.inHand = done.then(() => undefined);
    if (await done) this.position = this.sought ?? last.offset + 1;
    else if (this.sought !== null) this.position = this.sought;
    this.sought = null;
  }

  seek(offset: number): void {
    this.sought = offset;
  }

  /** The offset that was sought while nothing was in hand, once. */
  takeSought(): boolean {
    if (this.sought === null) return false;
    this.position = this.sought;
    this.sought = null;
    return true;
  }

  /** Resolves when the follower has let go of what it had in hand. */
  get idle(): Promise<void> {
    return this.inHand;
  }

  /** The follower has not answered our last call yet. */
  get busy(): boolean {
    return this.calls > 0;
  }

  get lost(): boolean {
    return this.released || this.holder.stopping.aborted;
  }

  /** The partition is not ours any more: waits for what is in hand, then tells the follower. */
  async release(): Promise<void> {
    this.released = true;
    await this.inHand;
    if (this.holder.stopping.aborted) return;
    try {
      await this.holder.follower.revoked(this.partition);
    } catch (error) {
      this.holder.logger.warn(
        { err: error, topic: this.holder.topic, partition: this.partition },
        'the follower could not give up a partition',
      );
    }
  }

  private async untilDone(what: string, act: () => Promise<void>): Promise<boolean> {
    this.calls += 1;
    try {
      return await this.again(what, act);
    } finally {
      this.calls -= 1;
    }
  }

  private async again(what: string, act: () => Promise<void>): Promise<boolean> {
    const { stopping, logger, topic } = this.holder;
    for (let pauseMs = FIRST_PAUSE_MS; !this.lost; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await unlessAborted(act(), stopping);
        return !stopping.aborted;
      } catch (error) {
        if (this.lost || this.sought !== null) return false;
        logger.warn({ err: error, topic, partition: this.partition }, `the follower could not ${what} a partition; again in ${pauseMs} ms`);
      }
      await pause(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
    }
    return false;
  }
}

/** Resolves with the work or at the abort, whichever is first; rejects only as the work does. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  let stop: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
