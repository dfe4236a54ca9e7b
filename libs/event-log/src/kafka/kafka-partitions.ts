import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer } from 'kafkajs';
import { type Holder, Holding } from '../holding.js';
import type { Watermarks } from './watermarks.js';

/** A partition of ours. It is ready once the follower said where to start and the log can serve it from there. */
export interface Held {
  readonly holding: Holding;
  /** Resolves with `ready`, or when the partition is lost before that. */
  readonly begun: Promise<void>;
  ready: boolean;
  checking: boolean;
}

const ASK_AGAIN_MS = 500;

/** The partitions that the group gave us, and the consumer's steering: kafkajs never chooses an offset by itself. */
export class KafkaPartitions {
  private readonly held = new Map<number, Held>();
  private readonly leaving = new Map<number, Promise<void>>();
  private consumer: Consumer | null = null;

  constructor(
    private readonly holder: Holder,
    private readonly watermarks: Watermarks,
    private readonly fail: (reason: Error) => void,
  ) {}

  /**
   * The group gave us these. `keep`: nobody else can have held in between what we held before.
   * Returns without waiting, so that it is done before kafkajs fetches: what is ready is sought, since kafkajs forgets where it was.
   * What is not ready yet it fetches from the beginning meanwhile, which is right for a rebuild and seldom much for others.
   */
  assign(consumer: Consumer, partitions: readonly number[], keep: boolean): void {
    this.consumer = consumer;
    for (const held of this.held.values()) if (!keep || !partitions.includes(held.holding.partition)) this.letGo(held);
    for (const partition of partitions) {
      const held = this.held.get(partition);
      if (held?.ready) this.steer(held);
      if (!held) this.takeUp(partition);
    }
  }

  /** The consumer is gone; what we hold waits for the next one. */
  detach(): void {
    this.consumer = null;
  }

  async releaseAll(): Promise<void> {
    for (const held of this.held.values()) this.letGo(held);
    await Promise.all(this.leaving.values());
  }

  get(partition: number): Held | null {
    return this.held.get(partition) ?? null;
  }

  /** Nothing more of it until it is ready: it must not hold up the others. */
  pause({ holding, ready }: Held): void {
    if (!ready && !holding.lost) this.consumer?.pause([{ topic: this.holder.topic, partitions: [holding.partition] }]);
  }

  seek(partition: number, offset: number): void {
    const held = this.held.get(partition);
    if (!held) return;
    held.holding.seek(offset);
    if (!held.ready || held.holding.busy) return;
    held.holding.takeSought();
    this.moved(held);
  }

  /** kafkajs must go on from our position: at once, so that nothing else comes; whether the log can serve it is looked up behind. */
  moved(held: Held): void {
    this.steer(held);
    void this.missing(held);
  }

  /** Whether the log cannot serve our position; then the following has failed. Waits while the brokers are away. */
  async missing(held: Held): Promise<boolean> {
    const { holding } = held;
    if (held.checking) return false;
    held.checking = true;
    try {
      while (!holding.lost) {
        try {
          const gap = await this.watermarks.gapAt(holding.partition, holding.position);
          if (gap && gap.wanted === holding.position && !holding.lost) this.fail(gap);
          return gap !== null;
        } catch (error) {
          this.holder.logger.debug({ err: error, topic: this.holder.topic }, 'the log does not say how far it reaches; asking again');
          await pause(ASK_AGAIN_MS, undefined, { signal: this.holder.stopping }).catch(() => undefined);
        }
      }
      return true;
    } finally {
      held.checking = false;
    }
  }

  private takeUp(partition: number): void {
    const holding = new Holding(partition, this.holder);
    const held: Held = { holding, begun: Promise.resolve().then(() => this.begin(held)), ready: false, checking: false };
    this.held.set(partition, held);
  }

  private async begin(held: Held): Promise<void> {
    const { holding } = held;
    await this.leaving.get(holding.partition);
    if (!(await holding.take()) || (await this.missing(held)) || holding.lost) return;
    held.ready = true;
    // a batch that waits for this may be the right one: a seek would throw it away
    const paused = this.consumer?.paused().some(({ partitions }) => partitions.includes(holding.partition));
    if (paused) this.steer(held);
  }

  private letGo(held: Held): void {
    const { partition } = held.holding;
    this.held.delete(partition);
    const before = this.leaving.get(partition);
    const gone = Promise.resolve(before)
      .then(() => held.holding.release())
      .then(() => {
        if (this.leaving.get(partition) === gone) this.leaving.delete(partition);
      });
    this.leaving.set(partition, gone);
  }

  private steer({ holding }: Held): void {
    if (!this.consumer || holding.lost) return;
    const { topic } = this.holder;
    this.consumer.seek({ topic, partition: holding.partition, offset: String(holding.position) });
    this.consumer.resume([{ topic, partitions: [holding.partition] }]);
  }
}
