import type { EventLog } from '@leadclock/event-log/event-log.js';
import { openAlerts } from '@leadclock/read-model/queries/alerts.query.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import { alertLateness } from '@leadclock/runtime/alert-lateness.js';
import type { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { gauge } from '@leadclock/runtime/metrics.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { DATABASE_CLOCK, EVENTS_LOG, LOGGER } from '@leadclock/runtime/tokens.js';
import { WakeUp } from '@leadclock/runtime/wake-up.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { DeadlineClocks } from './engine/deadline-clocks.js';
import { type FireParts, fire, settle } from './engine/fire.js';
import { Lag } from './engine/lag.js';

/** The longest sleep: a clock may be set, and a wake-up may be lost. */
const turnEveryMs = 1_000;
const measureEveryMs = 60_000;
/** Deadlines of one transaction. */
const firedAtOnce = 500;
const settledAtOnce = 1_000;

const clocksArmed = gauge('leadclock_alert_clocks', 'deadlines whose time has not come');
const clockBytes = gauge('leadclock_alert_clock_bytes', 'memory of the clocks');

const elapsed = (): number => performance.now();

/** Tells people when a deadline passes, and takes it back or ends it when its reason has gone: one loop over clocks and the change feed. */
@Injectable()
export class AlertsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly clocks: DeadlineClocks;
  private readonly lag: Lag;
  private readonly wakeUp = new WakeUp();
  private readonly listener: ChangeListener | null;
  private running: Promise<void> | null = null;
  private stopped = false;
  private troubled = false;
  private called = true;
  private measuredAt = Number.NEGATIVE_INFINITY;
  private followedAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EVENTS_LOG) private readonly log: EventLog,
    @Inject(DATABASE_CLOCK) private readonly clock: DatabaseClock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {
    this.clocks = new DeadlineClocks(dataSource, clock.now);
    this.lag = new Lag(dataSource, log, clock.now);
    const url = 'url' in dataSource.options ? dataSource.options.url : undefined;
    this.listener = url === undefined ? null : new ChangeListener(url, () => this.wakeUp.call());
    readiness.report('alerts', 'the deadlines are being read');
  }

  onApplicationBootstrap(): void {
    void this.listener?.start();
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wakeUp.call();
    await this.listener?.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.turn();
        if (this.troubled) this.logger.info('alerts can be raised again');
        this.troubled = false;
        this.readiness.report('alerts', null);
      } catch (error) {
        this.failed(error);
      }
      if (!this.stopped && (await this.wakeUp.wait(this.untilNext()))) this.called = true;
    }
  }

  private async turn(): Promise<void> {
    if (elapsed() - this.measuredAt >= measureEveryMs || this.clock.wasSet) {
      await this.clock.measure(this.dataSource);
      this.measuredAt = elapsed();
    }
    if (this.called || !this.clocks.isLoaded || elapsed() - this.followedAt >= turnEveryMs) await this.follow();
    await this.ring();
    clocksArmed.set(this.clocks.size);
    clockBytes.set(this.clocks.memory);
  }

  private async follow(): Promise<void> {
    this.called = false;
    const changed = await this.clocks.follow();
    const isDue = elapsed() - this.followedAt >= turnEveryMs;
    if (isDue) {
      await this.lag.look(this.clocks.set);
      this.followedAt = elapsed();
    }
    const leads = changed === 'all' ? (await openAlerts(this.dataSource.manager)).map(({ lead }) => lead) : changed;
    for (let at = 0; at < leads.length; at += settledAtOnce) await settle(this.parts(), leads.slice(at, at + settledAtOnce));
  }

  private async ring(): Promise<void> {
    for (;;) {
      const due = this.clocks.takeDue(firedAtOnce);
      if (due.length === 0) return;
      const raised = await fire(this.parts(), due);
      for (const { dueAt, raisedAt } of raised) alertLateness.observe({ stage: 'raised' }, (raisedAt - dueAt) / 1_000);
    }
  }

  private parts(): FireParts {
    const { dataSource, clocks, lag } = this;
    return { dataSource, topic: this.log.topic, set: clocks.set, now: this.clock.now(), behind: (partition) => lag.behind(partition) };
  }

  private untilNext(): number {
    if (this.troubled) return turnEveryMs;
    // a timer cuts off what is less than a millisecond
    return Math.ceil(Math.min(Math.max(this.clocks.next - this.clock.now(), 1), turnEveryMs));
  }

  private failed(error: unknown): void {
    // clocks that had rung are on no wheel any more: they come back with all others
    this.clocks.forget();
    if (!this.troubled)
      this.logger.warn({ err: error }, 'alerts cannot be raised; they will be, with how late they are, as soon as the database answers');
    this.troubled = true;
    this.readiness.report('alerts', 'alerts cannot be raised: the database does not answer');
  }
}
