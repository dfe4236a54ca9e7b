import { performance } from 'node:perf_hooks';

/** At most this long between two batches while records keep coming; in quiet times a record goes at once. */
const PACE_MS = 5;
const MOST_RECORDS = 500;
/** In UTF-16 units: at most 768 KiB of UTF-8, so that even a batch of one partition stays below a broker's default limit of 1 MiB. */
const MOST_CHARACTERS = 256 * 1024;
const MOST_IN_FLIGHT = 4;

interface Batch<T> {
  readonly records: T[];
  characters: number;
  readonly done: Promise<void>;
  readonly settle: (sent: Promise<void>) => void;
}

/** Gathers what single requests bring into batches, so that what is behind is written a few hundred times a second at most, however many come. */
export class Batcher<T> {
  private open: Batch<T> | null = null;
  private readonly full: Batch<T>[] = [];
  private inFlight = 0;
  private lastSentAt = Number.NEGATIVE_INFINITY;
  private waiting = false;

  /** `send` resolves once every record is durable; `charactersOf` is about how much of a message a record fills. */
  constructor(
    private readonly send: (records: readonly T[]) => Promise<void>,
    private readonly charactersOf: (record: T) => number,
  ) {}

  /** Resolves once every record is durable; rejects as `send` did for the batch that one of them was in. */
  append(records: readonly T[]): Promise<void> {
    const first = records[0];
    if (first === undefined) return Promise.resolve();
    if (records.length === 1) return this.put(first);
    const batches: Promise<void>[] = [];
    for (const record of records) {
      const batch = this.put(record);
      if (batches.at(-1) !== batch) batches.push(batch);
    }
    return Promise.all(batches).then(() => undefined);
  }

  private put(record: T): Promise<void> {
    const characters = this.charactersOf(record);
    let batch = this.open;
    if (batch !== null && (batch.records.length >= MOST_RECORDS || batch.characters + characters > MOST_CHARACTERS)) {
      this.full.push(batch);
      this.open = null;
      batch = null;
      this.pump();
    }
    if (batch === null) {
      batch = newBatch<T>();
      this.open = batch;
      this.schedule();
    }
    batch.records.push(record);
    batch.characters += characters;
    return batch.done;
  }

  private schedule(): void {
    if (this.waiting) return;
    this.waiting = true;
    const wait = this.lastSentAt + PACE_MS - performance.now();
    const due = () => {
      this.waiting = false;
      if (this.open !== null && this.inFlight < MOST_IN_FLIGHT) {
        this.full.push(this.open);
        this.open = null;
      }
      this.pump();
    };
    if (wait <= 0) setImmediate(due);
    else setTimeout(due, wait);
  }

  private pump(): void {
    while (this.inFlight < MOST_IN_FLIGHT) {
      const batch = this.full.shift();
      if (batch === undefined) return;
      this.inFlight += 1;
      this.lastSentAt = performance.now();
      const sent = this.send(batch.records);
      batch.settle(sent);
      const after = () => {
        this.inFlight -= 1;
        this.pump();
        if (this.open !== null) this.schedule();
      };
      sent.then(after, after);
    }
  }
}

function newBatch<T>(): Batch<T> {
  let settle: (sent: Promise<void>) => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  // every appender awaits it; this keeps a batch whose last appender went away from ending the process
  done.catch(() => undefined);
  return { records: [], characters: 0, done, settle };
}
