import type { DataSource } from 'typeorm';
import type { FoldSettings } from '../folding/fold-batch.js';
import type { Pipeline } from '../follow/pipeline.js';
import { foldRefold } from './fold-refold.js';
import { loadRefoldWork } from './load-refold.js';

/** While more records wait than one batch holds, merged leads wait at most so long: each is then folded once for many of its events. */
const AT_MOST_MS = 500;

/** Folds leads anew that merges concern, beside the batches. Where nothing is merged nobody asks for it, and the set is not asked either. */
export class Refolder {
  /** somebody of our partitions may wait */
  private isDue = true;
  private steppedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pipeline: Pipeline,
    private readonly foldSettings: (known: Pick<FoldSettings, 'cache' | 'set'>) => FoldSettings,
  ) {}

  /** Look again: a batch of ours has asked, another process may have, or partitions are newly ours. */
  look(): void {
    this.isDue = true;
  }

  get pending(): boolean {
    return this.isDue && this.pipeline.owned.all().length > 0;
  }

  /** Does the next piece of work; false when there is none. `isPressed`: records wait. */
  async step(isPressed: boolean): Promise<boolean> {
    if (!this.pending || (isPressed && performance.now() - this.steppedAt < AT_MOST_MS)) return false;
    this.isDue = false;
    // what is in flight may have asked
    await this.pipeline.drained();
    if (this.pipeline.suspects.size > 0) {
      this.isDue = true;
      return false;
    }
    const owns = this.pipeline.owned.all();
    const set = this.pipeline.currentSet.name;
    const work = await loadRefoldWork(
      this.dataSource,
      set,
      owns.map(({ partition }) => partition),
    );
    this.steppedAt = performance.now();
    if (work === null) return false;
    this.isDue = true;
    const partitions = new Set(work.leads.values());
    const steps = owns.filter(({ partition }) => partitions.has(partition)).map((own) => ({ own }));
    await this.pipeline.run(steps, async (known, transaction) => foldRefold(this.foldSettings(known), work, transaction));
    return true;
  }
}
