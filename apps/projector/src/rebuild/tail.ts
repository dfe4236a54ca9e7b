import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { EventLog, LogRecord } from '@leadclock/event-log/event-log.js';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import { type Checkpoint, readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { loadLinked } from '@leadclock/read-model/write/merge.table.js';
import { loadParkedSubjects } from '@leadclock/read-model/write/parked.table.js';
import type { DataSource } from 'typeorm';
import { type FoldSettings, foldBatch } from '../folding/fold-batch.js';
import { gather } from '../folding/gather.js';
import { SubjectCache } from '../folding/subject-cache.js';
import { OwnedPartitions } from '../follow/owned-partitions.js';
import { planMoves, writeBatch } from '../follow/writer.js';
import type { ProjectorLines } from '../projector-lines.js';
import { foldRefold } from '../refold/fold-refold.js';
import { loadRefoldWork } from '../refold/load-refold.js';

interface Tailing {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly logger: ProjectorLines;
  readonly set: CurrentSet;
  readonly configuration: Configuration;
}

const RECORDS_A_BATCH = 2_000;
const CACHE_BOUND = 20_000;
/** So far behind the log a switch may begin; the projector brings about 20,000 a second. */
const NEAR = 2_000;

/** How far a partition is to be read. */
interface Target {
  readonly partition: number;
  readonly nextOffset: number;
}

/** Keeps a new set going after it was filled, as the projector does, partition by partition. */
export class Tail {
  private readonly cache = new SubjectCache(CACHE_BOUND);
  private readonly owned = new OwnedPartitions();
  private transaction = 0;
  private isRefoldDue = false;

  private constructor(private readonly settings: Tailing) {}

  static async begin(settings: Tailing): Promise<Tail> {
    const { dataSource, eventsLog, set } = settings;
    const tail = new Tail(settings);
    for (const checkpoint of await readCheckpoints(dataSource, set.name)) {
      const { partition } = checkpoint;
      tail.owned.own(partition, checkpoint);
      for (const subject of await loadParkedSubjects(dataSource, set.name, eventsLog.topic, partition))
        tail.cache.parked(partition).add(subject);
      for (const subject of await loadLinked(dataSource, set.name, partition)) tail.cache.link(subject, partition);
    }
    return tail;
  }

  /** Reads on until the set is near the head of the log. Answers how many records that were. */
  async catchUp(): Promise<number> {
    let read = 0;
    for (;;) {
      const ahead = await this.heads();
      const left = ahead.reduce((sum, { partition, nextOffset }) => sum + nextOffset - this.next(partition), 0);
      read += left;
      await this.to(ahead);
      if (left <= NEAR) return read;
    }
  }

  /** These checkpoints as far as the log reaches: those of a set that was made from another log may lie beyond it. */
  async reachable(checkpoints: readonly Checkpoint[]): Promise<readonly Target[]> {
    const ends = new Map((await this.heads()).map(({ partition, nextOffset }) => [partition, nextOffset]));
    return checkpoints.map(({ partition, nextOffset }) => ({ partition, nextOffset: Math.min(nextOffset, ends.get(partition) ?? 0) }));
  }

  /** Records that are still to be read up to these offsets. */
  missing(targets: readonly Target[]): number {
    return targets.reduce((sum, { partition, nextOffset }) => sum + Math.max(0, nextOffset - this.next(partition)), 0);
  }

  /** Reads on up to these offsets. */
  async to(targets: readonly Target[]): Promise<void> {
    for (const { partition, nextOffset } of targets) {
      const from = this.next(partition);
      if (from >= nextOffset) continue;
      await this.settings.eventsLog.read(partition, from, nextOffset, async (records) => {
        for (let i = 0; i < records.length; i += RECORDS_A_BATCH) await this.write(partition, records.slice(i, i + RECORDS_A_BATCH));
      });
    }
    while (this.isRefoldDue) await this.refold();
  }

  private async heads(): Promise<readonly Target[]> {
    return (await this.settings.eventsLog.ranges()).map(({ partition, next }) => ({ partition, nextOffset: next }));
  }

  private next(partition: number): number {
    return this.owned.get(partition)?.planned.nextOffset ?? 0;
  }

  /** Folds leads anew that merges in what was read concern. */
  private async refold(): Promise<void> {
    const { dataSource, set } = this.settings;
    const work = await loadRefoldWork(
      dataSource,
      set.name,
      this.owned.all().map(({ partition }) => partition),
    );
    this.isRefoldDue = work !== null;
    if (work === null) return;
    const batch = foldRefold(this.foldSettings(), work, ++this.transaction);
    const partitions = new Set(work.leads.values());
    const steps = this.owned.all().filter(({ partition }) => partitions.has(partition));
    await writeBatch(
      { dataSource },
      set,
      batch,
      planMoves(
        batch,
        steps.map((own) => ({ own })),
      ),
    );
  }

  private foldSettings(): FoldSettings {
    const { dataSource, eventsLog, set, configuration, logger } = this.settings;
    const { topic, partitions } = eventsLog;
    return { dataSource, set: set.name, topic, partitions, cache: this.cache, configuration, logger };
  }

  private async write(partition: number, records: readonly LogRecord[]): Promise<void> {
    const { dataSource, eventsLog, set } = this.settings;
    const { topic, partitions } = eventsLog;
    const own = this.owned.get(partition);
    const last = records.at(-1);
    if (own === undefined || last === undefined) return;
    const { cache } = this;
    const gathered = gather([{ partition, records }], topic, partitions, new Map());
    const batch = await foldBatch(this.foldSettings(), gathered, ++this.transaction, null);
    if (batch.rows.refolds.length > 0) this.isRefoldDue = true;
    await writeBatch({ dataSource }, set, batch, planMoves(batch, [{ own, nextOffset: last.offset + 1 }]));
    cache.evict(batch.transaction);
  }
}
