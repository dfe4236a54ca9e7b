import { setTimeout as pause } from 'node:timers/promises';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { FoldSettings } from '../folding/fold-batch.js';
import type { FoldedBatch } from '../folding/folded-batch.js';
import { SubjectCache } from '../folding/subject-cache.js';
import { countBatch, type ProjectorMetrics } from '../metrics.js';
import { OwnedPartitions } from './owned-partitions.js';
import { planMoves, type Step, type WriteWays, writeBatch } from './writer.js';

/** At most one transaction in so many milliseconds, so that a batch has something in it (STACK.md section 12). */
const PAUSE_MS = 20;

export interface PipelineSettings extends Omit<FoldSettings, 'set' | 'configuration' | 'cache'>, WriteWays {
  readonly metrics: ProjectorMetrics;
  /** subjects in memory at most */
  readonly cacheBound: number;
  /** told whose details a transaction destroyed, once it has ended */
  readonly erased?: ((leads: readonly string[]) => void) | undefined;
  readonly succeeded: () => void;
  /** told why a transaction failed; its partitions are suspect by then */
  readonly failed: (error: unknown, steps: readonly Step[]) => void;
}

export type Fold = (
  settings: Pick<FoldSettings, 'cache'> & { readonly set: string },
  transaction: number,
  before: FoldedBatch | null,
) => Promise<FoldedBatch>;

/** Folds one batch while the one before is being written: one transaction in flight, whose failure takes back all that was folded on it. */
export class Pipeline {
  readonly owned = new OwnedPartitions();
  readonly cache: SubjectCache;
  /** partitions whose checkpoint must be read again before anything more is folded */
  readonly suspects = new Set<number>();
  private transaction = 0;
  private began = 0;
  private writing: FoldedBatch | null = null;
  private written: Promise<void> = Promise.resolve();
  private readonly busy = new Map<number, number>();

  constructor(
    private readonly settings: PipelineSettings,
    private set: CurrentSet,
  ) {
    this.cache = new SubjectCache(settings.cacheBound);
  }

  get currentSet(): CurrentSet {
    return this.set;
  }

  /** Another set is written from now on; nothing that is known of the old one holds. */
  adopt(set: CurrentSet): void {
    this.set = set;
  }

  suspect(partitions: Iterable<number>): void {
    for (const partition of partitions) this.suspects.add(partition);
    this.owned.wake();
  }

  /** Folds, waits for the transaction before, and begins to write. */
  async run(steps: readonly Step[], fold: Fold): Promise<void> {
    const partitions = steps.map(({ own }) => own.partition);
    const turns = steps.map(({ own }) => own.turn);
    const letGo = this.hold(partitions);
    try {
      const batch = await fold({ cache: this.cache, set: this.set.name }, ++this.transaction, this.writing);
      await this.written;
      const stale = steps.some(
        ({ own }, i) => own.turn !== turns[i] || this.owned.get(own.partition) !== own || this.suspects.has(own.partition),
      );
      if (stale) this.suspect(partitions);
      else this.write(batch, steps);
    } catch (error) {
      await this.written;
      this.suspect(partitions);
      this.settings.failed(error, steps);
    } finally {
      letGo();
    }
  }

  /** Resolves when nothing is being written. */
  drained(): Promise<void> {
    return this.written;
  }

  /** Resolves when nothing of this partition is being folded or written. */
  async idle(partition: number): Promise<void> {
    while (this.busy.has(partition)) await this.owned.change();
  }

  /** Waits until the next transaction may begin, unless a whole batch of `enough` records waits already. */
  async pace(enough: number): Promise<void> {
    const wait = this.began + PAUSE_MS - performance.now();
    if (wait > 0 && this.owned.queued < enough) await pause(wait);
  }

  private write(batch: FoldedBatch, steps: readonly Step[]): void {
    const plan = planMoves(batch, steps);
    const partitions = steps.map(({ own }) => own.partition);
    const letGo = this.hold(partitions);
    const began = performance.now();
    this.began = began;
    this.writing = batch;
    this.written = writeBatch(this.settings, this.set, batch, plan)
      .then(() => {
        for (const { to } of plan.moves) {
          const own = this.owned.get(to.partition);
          if (own !== undefined) own.committed = to;
        }
        if (batch.rows.erased.length > 0) this.settings.erased?.(batch.rows.erased);
        this.cache.evict(batch.transaction);
        this.settings.succeeded();
        countBatch(this.settings.metrics, batch, performance.now() - began, this.owned.all(), this.cache.size);
      })
      .catch((error: unknown) => {
        this.settings.metrics.rollbacks.inc();
        this.suspect(partitions);
        this.settings.failed(error, steps);
      })
      .finally(() => {
        if (this.writing === batch) this.writing = null;
        letGo();
      });
    batch.committed = this.written;
  }

  private hold(partitions: readonly number[]): () => void {
    for (const partition of partitions) this.busy.set(partition, (this.busy.get(partition) ?? 0) + 1);
    return () => {
      for (const partition of partitions) {
        const holds = (this.busy.get(partition) ?? 1) - 1;
        if (holds > 0) this.busy.set(partition, holds);
        else this.busy.delete(partition);
      }
      this.owned.wake();
    };
  }
}
