import { HEARTBEAT_MS } from '@leadclock/live-protocol/protocol.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import type { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { gauge } from '@leadclock/runtime/metrics.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { type Clock, DATABASE_CLOCK, LOGGER } from '@leadclock/runtime/tokens.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { BUILD } from '../tokens.js';
import { NameBook } from './name-book.js';
import { WakeUp } from './wake-up.js';
import { type News, news, WallFeed } from './wall-feed.js';
import { WallPublisher } from './wall-publisher.js';
import { type Broadcast, WallRoom } from './wall-room.js';

/** The longest sleep: a clock may be set, and a call may be lost. */
const turnEveryMs = 1_000;
const measureEveryMs = 60_000;
/** Longer without a look at the read model, and the walls get no heartbeat: they shall say that what they show is old. */
const freshForMs = 2 * HEARTBEAT_MS;

const facts = gauge('leadclock_live_facts', 'facts held to keep figures live');
const memory = gauge('leadclock_live_bytes', 'memory of the facts held to keep figures live');
const screens = gauge('leadclock_live_screens', 'screens connected');

/** Milliseconds that no clock step can change: for how often, never for when. */
const elapsed = (): number => performance.now();

/** Keeps the walls live: one loop that follows the read model and the clock, and says what has moved. */
@Injectable()
export class WallService implements OnApplicationBootstrap, OnApplicationShutdown {
  private broadcast: Broadcast = () => {};
  readonly room: WallRoom;
  private readonly feed: WallFeed;
  private readonly publisher: WallPublisher;
  private readonly names: NameBook;
  private readonly wakeUp = new WakeUp();
  private readonly listener: ChangeListener | null;
  /** what walls have not been told: stays until they were, whatever fails meanwhile */
  private untold: News = news.none;
  private running: Promise<void> | null = null;
  private stopped = false;
  private troubled = false;
  private beatAt = Number.NEGATIVE_INFINITY;
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DATABASE_CLOCK) private readonly clock: DatabaseClock,
    @Inject(BUILD) build: string,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {
    this.room = new WallRoom(build, this.now, (event, frame) => this.broadcast(event, frame));
    this.names = new NameBook(dataSource);
    this.publisher = new WallPublisher(this.room, this.names, elapsed);
    this.feed = new WallFeed(dataSource, this.names, logger, this.now, elapsed);
    const url = 'url' in dataSource.options ? dataSource.options.url : undefined;
    this.listener = url === undefined ? null : new ChangeListener(url, () => this.wakeUp.call());
    readiness.report('live', 'the live figures are being read');
  }

  readonly now: Clock = () => this.clock.now();

  /** Where frames go from now on. */
  open(broadcast: Broadcast): void {
    this.broadcast = broadcast;
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
      const late = setTimeout(() => this.failed(new Error(`no answer within ${freshForMs} ms`)), freshForMs);
      try {
        await this.turn();
        this.recovered();
      } catch (error) {
        this.failed(error);
      } finally {
        clearTimeout(late);
      }
      if (!this.stopped && (await this.wakeUp.wait(this.untilNext()))) this.feed.call();
    }
  }

  /** One turn: what the feed says when it is time to look, then what the clock says. */
  private async turn(): Promise<void> {
    if (elapsed() - this.measuredAt >= measureEveryMs || this.clock.wasSet) {
      await this.clock.measure(this.dataSource);
      this.measuredAt = elapsed();
    }
    if (elapsed() >= this.feed.lookAt) await this.feed.look((what) => this.owe(what));
    if (this.feed.engine.advance()) this.owe(news.moved);
    await this.tell();
    this.beat();
  }

  private owe(what: News): void {
    this.untold = what > this.untold ? what : this.untold;
  }

  private async tell(): Promise<void> {
    const { setup, pending } = this.feed;
    const sources = this.feed.sources();
    if (this.untold === news.restarted) await this.publisher.restarted(sources, { setup, pending });
    else if (this.untold === news.moved) await this.publisher.moved(sources, { setup, pending });
    else {
      if (elapsed() >= this.publisher.nextAt) this.publisher.flush(sources);
      this.room.publish({ setup, pending });
    }
    this.untold = news.none;
  }

  private beat(): void {
    const now = this.now();
    if (now - this.beatAt < HEARTBEAT_MS && now >= this.beatAt) return;
    if (elapsed() - this.feed.lookedAt > freshForMs) return;
    this.beatAt = now;
    this.room.beat();
    const { windows } = this.feed.engine;
    facts.set(windows.store.size);
    memory.set(windows.memory);
    screens.set(this.room.size);
  }

  private untilNext(): number {
    if (!this.feed.engine.isLoaded || this.troubled) return turnEveryMs;
    const byClock = this.feed.engine.next - this.now();
    const byTurn = Math.min(this.publisher.nextAt, this.feed.lookAt) - elapsed();
    // a timer cuts off what is less than a millisecond
    return Math.ceil(Math.min(Math.max(Math.min(byClock, byTurn), 1), turnEveryMs));
  }

  private recovered(): void {
    if (this.troubled) this.logger.info('the read model can be read again');
    this.troubled = false;
    this.readiness.report('live', null);
  }

  private failed(error: unknown): void {
    if (!this.troubled) this.logger.warn({ err: error }, 'the read model cannot be read; the walls will show how old their figures are');
    this.troubled = true;
    this.readiness.report('live', 'the read model cannot be read');
  }
}
