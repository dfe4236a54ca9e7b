import type { EventLog } from '@leadclock/event-log/event-log.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import type { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { DATABASE_CLOCK, EVENTS_LOG, LOGGER } from '@leadclock/runtime/tokens.js';
import { WakeUp } from '@leadclock/runtime/wake-up.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AlertEngine } from './engine/alert-engine.js';
import { clockBytes, openClocks } from './metrics.js';

/** The longest sleep: a clock may be set. */
const longestSleepMs = 1_000;
/** A database that is back is to find us at once: who fell due meanwhile is told within a second of it. */
const tryAgainMs = 200;
const measureEveryMs = 60_000;

const elapsed = (): number => performance.now();

/** Runs the engine for as long as the program runs: at each deadline, when the read model has changed, and now and then. */
@Injectable()
export class AlertsService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** of its own: whoever has to tell people does not wait for those who ask for figures */
  private readonly dataSource: DataSource;
  private readonly engine: AlertEngine;
  private readonly changed = new WakeUp();
  /** one for each who rings: what the database keeps one with for long, the other does not wait for */
  private readonly armed = [new WakeUp(), new WakeUp()];
  private readonly listener: ChangeListener;
  private running: Promise<unknown> | null = null;
  private stopped = false;
  private readonly troubled = new Set<WakeUp>();
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(DataSource) { options }: DataSource,
    @Inject(EVENTS_LOG) log: EventLog,
    @Inject(DATABASE_CLOCK) private readonly clock: DatabaseClock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {
    const url = 'url' in options ? options.url : undefined;
    if (url === undefined) throw new Error('the database has no address');
    this.dataSource = createDataSource(url, { poolSize: 3, applicationName: 'leadclock alerts', onePlan: true });
    this.engine = new AlertEngine({ dataSource: this.dataSource, log, now: clock.now, elapsed });
    this.listener = new ChangeListener(url, () => {
      if (this.engine.call()) this.changed.call();
    });
    readiness.report('alerts', 'the deadlines are being read');
  }

  onApplicationBootstrap(): void {
    void this.listener.start();
    this.running = Promise.all([
      this.again(
        this.changed,
        () => this.keepUp(),
        () => this.engine.untilKeepUp,
      ),
      ...this.armed.map((wakeUp) =>
        this.again(
          wakeUp,
          () => this.engine.ring(),
          () => this.engine.untilRing,
        ),
      ),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.changed.call();
    for (const wakeUp of this.armed) wakeUp.call();
    await this.listener.stop();
    await this.running;
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async again(wakeUp: WakeUp, act: () => Promise<void>, untilNext: () => number): Promise<void> {
    while (!this.stopped) {
      try {
        await act();
        this.recovered(wakeUp);
      } catch (error) {
        this.failed(wakeUp, error);
      }
      // a timer cuts off what is less than a millisecond
      const pause = this.troubled.size > 0 ? tryAgainMs : Math.ceil(Math.min(Math.max(untilNext(), 1), longestSleepMs));
      if (!this.stopped) await wakeUp.wait(pause);
    }
  }

  private async keepUp(): Promise<void> {
    if (!this.dataSource.isInitialized) await this.dataSource.initialize();
    if (elapsed() - this.measuredAt >= measureEveryMs || this.clock.wasSet) {
      await this.clock.measure(this.dataSource);
      this.measuredAt = elapsed();
    }
    const { clocks } = this.engine;
    const began = clocks.isLoaded ? Number.NaN : elapsed();
    await this.engine.keepUp(() => {
      for (const wakeUp of this.armed) wakeUp.call();
      if (!Number.isNaN(began)) this.logger.info({ deadlines: clocks.size, ms: Math.round(elapsed() - began) }, 'the deadlines were read');
    });
    openClocks.set(clocks.size);
    clockBytes.set(clocks.memory);
  }

  private recovered(who: WakeUp): void {
    if (this.troubled.delete(who) && this.troubled.size === 0) this.logger.info('alerts can be raised again');
    if (this.troubled.size === 0 && this.engine.clocks.isLoaded) this.readiness.report('alerts', null);
  }

  private failed(who: WakeUp, error: unknown): void {
    if (this.troubled.size === 0)
      this.logger.warn({ err: error }, 'alerts cannot be raised; they will be, with how late they are, as soon as the database answers');
    this.troubled.add(who);
    this.readiness.report('alerts', 'alerts cannot be raised: the database does not answer');
  }
}
