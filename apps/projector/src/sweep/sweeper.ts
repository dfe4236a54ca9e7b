import type { SweepScope } from '@leadclock/domain/configuration/touched-by.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import { subjectsToSweep } from '@leadclock/read-model/write/sweep.query.js';
import type { DataSource } from 'typeorm';
import type { ConfigHistory } from '../configuration/config-history.js';
import type { FoldSettings } from '../folding/fold-batch.js';
import { FoldedBatch } from '../folding/folded-batch.js';
import type { OwnedPartition } from '../follow/owned-partitions.js';
import type { Pipeline } from '../follow/pipeline.js';
import { foldSweep } from './fold-sweep.js';
import { scopeBetween } from './scope-between.js';

/** Partitions whose facts are being made anew, all under the same configuration. */
interface Sweep {
  readonly set: string;
  readonly owns: readonly OwnedPartition[];
  readonly turns: readonly number[];
  readonly target: number;
  readonly scope: SweepScope;
  /** subjects up to this one are done */
  after: string;
}

const SUBJECTS_A_STEP = 200;

/** Makes facts anew when configuration moves on, step by step between other work. What is not finished begins again. */
export class Sweeper {
  private sweep: Sweep | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly history: ConfigHistory,
    private readonly pipeline: Pipeline,
    private readonly foldSettings: (known: Pick<FoldSettings, 'cache' | 'set'>) => FoldSettings,
  ) {}

  /** Partitions whose facts are not all made under the newest configuration. */
  pending(): readonly OwnedPartition[] {
    return this.pipeline.owned.all().filter((own) => own.planned.configOffset < this.history.offset);
  }

  /** Does the next piece of work; false when there is none. */
  async step(): Promise<boolean> {
    if (this.sweep === null || !this.holds(this.sweep)) {
      this.sweep = null;
      const owns = this.pending();
      if (owns.length === 0) return false;
      // what is in flight was folded under the configuration before
      await this.pipeline.drained();
      this.sweep = this.plan(owns);
    }
    const { sweep } = this;
    const subjects = await this.subjects(sweep);
    const last = subjects.at(-1);
    if (last === undefined) await this.finish(sweep);
    else {
      const partitions = new Set(subjects.map(({ partition }) => partition));
      const steps = sweep.owns.filter((own) => partitions.has(own.partition)).map((own) => ({ own }));
      await this.pipeline.run(steps, (known, transaction, before) => foldSweep(this.foldSettings(known), subjects, transaction, before));
      sweep.after = last.subject;
    }
    return true;
  }

  private plan(owns: readonly OwnedPartition[]): Sweep {
    const target = this.history.offset;
    const from = Math.min(...owns.map((own) => own.planned.configOffset));
    return {
      set: this.pipeline.currentSet.name,
      owns,
      turns: owns.map((own) => own.turn),
      target,
      scope: scopeBetween(this.history, from, target),
      after: '',
    };
  }

  /** The plan is that of the present: same set, same partitions without a rollback in between, same configuration. */
  private holds({ set, owns, turns, target }: Sweep): boolean {
    return (
      set === this.pipeline.currentSet.name &&
      target === this.history.offset &&
      owns.every(
        (own, i) => this.pipeline.owned.get(own.partition) === own && own.turn === turns[i] && !this.pipeline.suspects.has(own.partition),
      )
    );
  }

  private async subjects({ set, owns, scope, after }: Sweep) {
    if (scope.kind === 'none') return [];
    const partitions = owns.map((own) => own.partition);
    return subjectsToSweep(this.dataSource, set, partitions, scope.kind === 'all' ? null : scope, after, SUBJECTS_A_STEP);
  }

  /** All facts of these partitions are made under the target now. */
  private async finish({ owns, target }: Sweep): Promise<void> {
    this.sweep = null;
    const steps = owns.map((own) => ({ own, configOffset: target }));
    await this.pipeline.run(steps, async (_known, transaction) => new FoldedBatch(transaction, new SetRows(), 0));
  }
}
