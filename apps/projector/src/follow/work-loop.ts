import { setTimeout as pause } from 'node:timers/promises';
import type { Following } from '@leadclock/event-log/event-log.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import { forgetOldChanges } from '@leadclock/read-model/write/change.table.js';
import type { ConfigFollower } from '../configuration/config-follower.js';
import { type FoldSettings, foldBatch } from '../folding/fold-batch.js';
import { gather, type PartitionRecords } from '../folding/gather.js';
import type { ProjectorLines } from '../projector-lines.js';
import { Refolder } from '../refold/refolder.js';
import { Sweeper } from '../sweep/sweeper.js';
import type { BatchSize } from './batch-size.js';
import type { Pipeline } from './pipeline.js';
import { releaseParked } from './release-parked.js';
import { type Logs, type TakenUp, takeUp } from './take-up.js';
import { LONGEST_PAUSE_MS } from './trouble.js';
import type { Step } from './writer.js';

export interface WorkSettings extends Logs {
  readonly logger: ProjectorLines;
  readonly pipeline: Pipeline;
  readonly config: ConfigFollower;
  readonly size: BatchSize;
  readonly stopping: AbortSignal;
  readonly following: () => Promise<Following>;
  /** told when nothing is left to be written, and nothing has failed since */
  readonly allDone: () => void;
  readonly retry: <T>(work: () => Promise<T>) => Promise<T>;
}

const HOUSEKEEPING_MS = 60_000;

/** What the projector does, one piece after the other: records, sweeps, what was parked, and going back to the checkpoint after a failure. */
export class WorkLoop {
  /** partitions whose parked records are to be looked at again */
  readonly toRelease = new Set<number>();
  /** transactions that failed since the last one that did not */
  failures = 0;
  private readonly sweeper: Sweeper;
  private readonly refolder: Refolder;
  private housekeptAt = performance.now();

  constructor(private readonly settings: WorkSettings) {
    const { dataSource, config, pipeline } = settings;
    this.sweeper = new Sweeper(dataSource, config.history, pipeline, (known) => this.foldSettings(known));
    this.refolder = new Refolder(dataSource, pipeline, (known) => this.foldSettings(known));
  }

  /** Leads of our partitions may wait to be folded anew: another process may have asked for it. */
  lookForRefolds(): void {
    this.refolder.look();
    this.settings.pipeline.owned.wake();
  }

  /** Does the next piece of work. If it throws, every partition goes back to its checkpoint, and to what the current set is by then. */
  async stepOrGoBack(): Promise<void> {
    const { pipeline } = this.settings;
    try {
      await this.step();
    } catch (error) {
      pipeline.suspect(pipeline.owned.all().map((own) => own.partition));
      throw error;
    }
  }

  private async step(): Promise<void> {
    const { pipeline, size, config, stopping } = this.settings;
    if (pipeline.suspects.size > 0) return this.recover();
    await this.keepHouse();
    await config.keepIn(this.settings.dataSource, pipeline.currentSet.name);
    if (await this.releaseNext()) return;
    await pipeline.pace(size.now / 2);
    const parts = pipeline.owned.take(size.now);
    if (parts.length > 0) await this.batch(parts);
    if (pipeline.suspects.size > 0 || (await this.sweeper.step())) return;
    if ((await this.refolder.step(pipeline.owned.queued > 0)) || parts.length > 0) return;
    await pipeline.drained();
    if (!this.isIdle() || stopping.aborted) return;
    this.settings.allDone();
    await pipeline.owned.change();
  }

  private isIdle(): boolean {
    const { pipeline } = this.settings;
    return (
      pipeline.owned.queued === 0 &&
      pipeline.suspects.size === 0 &&
      this.toRelease.size === 0 &&
      !this.refolder.pending &&
      this.sweeper.pending().length === 0
    );
  }

  /** Reads where the partitions stand. Waits until this process has read the configuration as far as they need. */
  async where(partitions: readonly number[]): Promise<TakenUp> {
    const { config, pipeline, stopping, retry } = this.settings;
    const taken = await retry(() => takeUp(this.settings, partitions));
    const needed = Math.max(0, ...partitions.map((partition) => taken.checkpoints.get(partition)?.configOffset ?? 0));
    while (config.history.offset < needed && !stopping.aborted) await pipeline.owned.change();
    return taken;
  }

  /** Nothing is known of this partition but what its checkpoint says. */
  forget(partition: number, { parked, linked, checkpoints }: TakenUp): void {
    const { cache } = this.settings.pipeline;
    cache.dropPartition(partition);
    for (const subject of parked.get(partition) ?? []) cache.parked(partition).add(subject);
    if (checkpoints.get(partition)?.nextOffset === 0) cache.beginWhole(partition);
    for (const subject of linked.get(partition) ?? []) cache.link(subject, partition);
    this.refolder.look();
  }

  /** Something went wrong, or the set was replaced: back to the checkpoints. */
  private async recover(): Promise<void> {
    const { pipeline, stopping, logger } = this.settings;
    await pipeline.drained();
    if (this.failures > 2) await pause(Math.min(LONGEST_PAUSE_MS, 25 * 2 ** Math.min(this.failures, 10)), undefined, { signal: stopping });
    const owned = pipeline.owned.all().map((own) => own.partition);
    const taken = await this.where(owned);
    const replaced = taken.set.name !== pipeline.currentSet.name || taken.set.epoch !== pipeline.currentSet.epoch;
    if (replaced) {
      logger.info({ set: taken.set.name }, 'another set is the current one; going on with it');
      pipeline.adopt(taken.set);
    }
    const following = await this.settings.following();
    for (const partition of new Set([...pipeline.suspects, ...(replaced ? owned : [])])) {
      const own = pipeline.owned.get(partition);
      // it became ours while we were reading: its turn is next
      if (own !== undefined && !owned.includes(partition)) continue;
      pipeline.suspects.delete(partition);
      const checkpoint = taken.checkpoints.get(partition);
      if (own === undefined || checkpoint === undefined) continue;
      this.forget(partition, taken);
      pipeline.owned.restart(own, checkpoint);
      following.seek(partition, checkpoint.nextOffset);
    }
  }

  private async batch(parts: readonly PartitionRecords[]): Promise<void> {
    const { pipeline, eventsLog, size, config } = this.settings;
    const steps = parts.flatMap(({ partition, records }): Step[] => {
      const own = pipeline.owned.get(partition);
      const last = records.at(-1);
      if (own === undefined || last === undefined) return [];
      // a partition that holds nothing yet needs no sweep
      const configOffset = own.planned.nextOffset === 0 ? config.history.offset : own.planned.configOffset;
      return [{ own, nextOffset: last.offset + 1, configOffset, records: records.length }];
    });
    await pipeline.run(steps, async (known, transaction, before) => {
      const gathered = gather(parts, eventsLog.topic, eventsLog.partitions, size.refused);
      const batch = await foldBatch(this.foldSettings(known), gathered, transaction, before);
      if (batch.rows.refolds.length > 0) this.refolder.look();
      return batch;
    });
  }

  /** Whoever takes up a partition may know events that were parked before. */
  private async releaseNext(): Promise<boolean> {
    const { pipeline, dataSource, eventsLog } = this.settings;
    for (const partition of this.toRelease) {
      this.toRelease.delete(partition);
      const own = pipeline.owned.get(partition);
      if (own === undefined || pipeline.cache.parked(partition).size === 0) continue;
      const place = { topic: eventsLog.topic, partition, partitions: eventsLog.partitions };
      const released = await this.settings.retry(() => releaseParked(dataSource, pipeline.currentSet.name, place));
      if (released === null) continue;
      await pipeline.run([{ own }], async (known, transaction, before) => {
        for (const subject of released.complete) known.cache.parked(partition).delete(subject);
        const batch = await foldBatch(this.foldSettings(known), released.gathered, transaction, before);
        batch.rows.released.push(...released.rows);
        batch.rows.complete.push(...released.complete);
        for (const subject of released.complete) {
          batch.change(subject, partition);
          if (known.cache.isLinked(subject, partition)) batch.refold(subject, partition);
        }
        this.refolder.look();
        return batch;
      });
      return true;
    }
    return false;
  }

  private foldSettings(known: Pick<FoldSettings, 'cache' | 'set'>): FoldSettings {
    const { dataSource, eventsLog, logger, config } = this.settings;
    return {
      ...known,
      dataSource,
      topic: eventsLog.topic,
      partitions: eventsLog.partitions,
      configuration: config.history.current,
      logger,
    };
  }

  private async keepHouse(): Promise<void> {
    if (performance.now() - this.housekeptAt < HOUSEKEEPING_MS) return;
    this.housekeptAt = performance.now();
    const { epoch } = await currentSet(this.settings.dataSource);
    const { pipeline } = this.settings;
    if (epoch !== pipeline.currentSet.epoch) pipeline.suspect(pipeline.owned.all().map((own) => own.partition));
    else await forgetOldChanges(this.settings.dataSource, this.settings.pipeline.currentSet.name);
  }
}
