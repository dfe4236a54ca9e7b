import type { Follower, Following, LogRecord } from '@leadclock/event-log/event-log.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import { ConfigFollower } from '../configuration/config-follower.js';
import { type ProjectorMetrics, projectorMetrics } from '../metrics.js';
import type { ProjectorLines } from '../projector-lines.js';
import { BatchSize } from './batch-size.js';
import { Pipeline, type PipelineSettings } from './pipeline.js';
import { failureOf, sqlState } from './refusal.js';
import { SetWatch } from './set-watch.js';
import type { Logs } from './take-up.js';
import { isMistake, ProjectorStopped, stopAtGap, untilItWorks } from './trouble.js';
import { WorkLoop } from './work-loop.js';
import type { Step } from './writer.js';

export interface ProjectorSettings extends Logs, Pick<PipelineSettings, 'few' | 'erased'> {
  readonly logger: ProjectorLines;
  /** told why the projector cannot do its work now, null when it can */
  readonly report: (reason: string | null) => void;
  /** told why the set is not all what this program makes of the log, null when it is */
  readonly reportSet?: (reason: string | null) => void;
  /** how often it looks which set is the current one */
  readonly lookEveryMs?: number;
  /** subjects kept in memory at most */
  readonly cacheBound?: number;
  /** records of one transaction at most */
  readonly batchLimit?: number;
}

const GROUP = 'leadclock-projector';
/** some 4 KB a lead */
const CACHE_BOUND = 24_000;
/** in catch-up: the more events of a lead come together, the fewer rows are written only to be replaced; beyond this only memory grows */
const BATCH_LIMIT = 8_000;

interface Working {
  readonly pipeline: Pipeline;
  readonly loop: WorkLoop;
}

/** Follows the log of events and keeps the current set in step with it. */
export class Projector implements Follower {
  private readonly stopper = new AbortController();
  private readonly metrics: ProjectorMetrics = projectorMetrics();
  private readonly config: ConfigFollower;
  private readonly size: BatchSize;
  private readonly watch: SetWatch;
  private running: Promise<void> | null = null;
  private working: Working | null = null;
  private following: Promise<Following> | null = null;

  constructor(private readonly settings: ProjectorSettings) {
    this.watch = new SetWatch(settings, this.metrics);
    this.size = new BatchSize(settings.batchLimit ?? BATCH_LIMIT);
    this.config = new ConfigFollower(
      settings.configLog,
      () => this.wake(),
      (reason) => this.failed(reason),
    );
  }

  /** Begins to work. Trouble with the database is waited out and reported, not thrown. */
  start(): void {
    this.settings.report('the projector is starting');
    this.running ??= this.run();
  }

  /** Resolves when the transaction in flight has ended and no other will begin. */
  async stop(): Promise<void> {
    this.stopper.abort();
    this.wake();
    await this.running;
  }

  /** Partitions of this process whose facts are not all made under the newest configuration yet. */
  pendingWork(): readonly number[] {
    const owned = this.working?.pipeline.owned.all() ?? [];
    return owned.filter((own) => own.committed.configOffset < this.config.history.offset).map((own) => own.partition);
  }

  /** Another process may have asked for leads of ours to be folded anew. */
  lookForRefolds(): void {
    this.working?.loop.lookForRefolds();
  }

  async assigned(partition: number): Promise<number> {
    const { pipeline, loop } = this.now();
    try {
      const taken = await loop.where([partition]);
      const checkpoint = taken.checkpoints.get(partition);
      if (checkpoint === undefined) throw new ProjectorStopped(`partition ${partition} has no checkpoint`);
      loop.forget(partition, taken);
      pipeline.owned.own(partition, checkpoint);
      loop.toRelease.add(partition);
      // all partitions go over to another set together
      if (taken.set.epoch !== pipeline.currentSet.epoch) pipeline.suspect(pipeline.owned.all().map((own) => own.partition));
      pipeline.owned.wake();
      return checkpoint.nextOffset;
    } catch (error) {
      if (error instanceof ProjectorStopped) this.failed(error);
      throw error;
    }
  }

  async records(partition: number, records: readonly LogRecord[], next: number): Promise<void> {
    const back = await this.now().pipeline.owned.queue(partition, records, next);
    if (back !== null) (await this.following)?.seek(partition, back);
  }

  async revoked(partition: number): Promise<void> {
    const { pipeline } = this.now();
    pipeline.owned.release(partition);
    await pipeline.idle(partition);
    pipeline.cache.dropPartition(partition);
    pipeline.suspects.delete(partition);
  }

  failed(reason: Error): void {
    if (this.stopper.signal.aborted) return;
    const says = `the projector stopped: ${reason.message}${isMistake(reason) ? '' : '; then start the program again'}`;
    this.settings.logger.error({ err: reason }, says);
    this.settings.report(says);
    this.stopper.abort(reason);
    this.wake();
  }

  private async run(): Promise<void> {
    try {
      const { loop, pipeline } = await this.prepare();
      this.settings.report(null);
      this.watch.start((epoch) => {
        // one that has nothing to write would not meet the set that took the place of its own
        if (epoch !== pipeline.currentSet.epoch) pipeline.suspect(pipeline.owned.all().map((own) => own.partition));
        else loop.lookForRefolds();
      });
      while (!this.stopper.signal.aborted) await this.retry(() => loop.stepOrGoBack());
    } catch (error) {
      this.failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      await this.watch.stop();
      await this.config.stop();
      await (await this.following?.catch(() => null))?.stop();
      await this.working?.pipeline.drained();
    }
  }

  private async prepare(): Promise<Working> {
    const { dataSource, eventsLog, configLog, logger } = this.settings;
    const set = await this.retry(async () => {
      await this.config.readAll().catch(stopAtGap);
      const current = await currentSet(dataSource);
      await this.config.keepIn(dataSource, current.name);
      return current;
    });
    const pipeline = new Pipeline(
      {
        ...this.settings,
        topic: eventsLog.topic,
        partitions: eventsLog.partitions,
        metrics: this.metrics,
        cacheBound: this.settings.cacheBound ?? CACHE_BOUND,
        succeeded: () => this.succeeded(),
        failed: (error, steps) => this.transactionFailed(error, steps),
      },
      set,
    );
    const loop = new WorkLoop({
      dataSource,
      eventsLog,
      configLog,
      logger,
      pipeline,
      config: this.config,
      size: this.size,
      stopping: this.stopper.signal,
      following: async () => (await this.following) ?? Promise.reject(new ProjectorStopped('the log is not followed')),
      allDone: () => this.noTrouble(),
      retry: (work) => this.retry(work),
    });
    this.working = { pipeline, loop };
    await this.retry(() => this.config.follow());
    this.following = this.retry(() => eventsLog.follow(GROUP, this));
    await this.following;
    return this.working;
  }

  private succeeded(): void {
    this.size.succeeded();
    this.noTrouble();
  }

  private noTrouble(): void {
    const { loop } = this.now();
    if (loop.failures > 0) this.settings.report(null);
    loop.failures = 0;
  }

  private transactionFailed(error: unknown, steps: readonly Step[]): void {
    const { logger, report } = this.settings;
    if (isMistake(error)) return this.failed(error instanceof Error ? error : new Error(String(error)));
    const failure = failureOf(error);
    this.now().loop.failures += 1;
    logger.warn({ err: error, failure }, 'a transaction was rolled back; its partitions go back to their checkpoints');
    const last = steps.at(-1);
    if (failure === 'refused' && last?.nextOffset !== undefined)
      this.size.wasRefused(
        steps.reduce((n, step) => n + (step.records ?? 0), 0),
        last.own.partition,
        last.nextOffset - 1,
        `PostgreSQL refuses it: SQLSTATE ${sqlState(error)}`,
      );
    if (failure === 'trouble') report(`the projector cannot write: ${messageOf(error)}`);
  }

  private retry<T>(work: () => Promise<T>): Promise<T> {
    const { logger, report } = this.settings;
    let told = false;
    return untilItWorks(work, {
      stopping: this.stopper.signal,
      trouble: (error) => {
        if (!told) logger.warn({ err: error }, 'the projector cannot go on now; trying again');
        told = true;
        report(`the projector cannot go on now, and tries again: ${messageOf(error)}`);
      },
      passed: () => told && report(null),
    });
  }

  private now(): Working {
    if (this.working === null) throw new Error('the projector was not started');
    return this.working;
  }

  private wake(): void {
    this.working?.pipeline.owned.wake();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
