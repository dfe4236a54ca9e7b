import { HEARTBEAT_MS, type WallState } from '@leadclock/live-protocol/protocol.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import { readSetup } from '@leadclock/read-model/queries/setup.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { gauge } from '@leadclock/runtime/metrics.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { type Clock, LOGGER } from '@leadclock/runtime/tokens.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { LiveClock } from '../engine/live-clock.js';
import { LiveEngine } from '../engine/live-engine.js';
import { BUILD, LIVE_CLOCK } from '../tokens.js';
import { LatestAnswers } from './latest-answers.js';
import { NameBook } from './name-book.js';
import { WaitingList } from './waiting-list.js';
import { WakeUp } from './wake-up.js';
import { wallFigures } from './wall-figures.js';
import { WallPublisher } from './wall-publisher.js';
import { type Broadcast, WallRoom } from './wall-room.js';
import type { WallSources } from './wall-state.js';

/** The longest time between two looks at the feed: notifications can get lost. */
const lookEveryMs = 1_000;
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
  private readonly engine: LiveEngine;
  private readonly publisher: WallPublisher;
  private readonly names: NameBook;
  private readonly wakeUp = new WakeUp();
  private readonly listener: ChangeListener | null;
  private lists: Pick<WallSources, 'waiting' | 'answers'> | null = null;
  private setup: Awaited<ReturnType<typeof readSetup>> = { anyLead: false, source: null };
  private pending: string | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  private troubled = false;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private beatAt = Number.NEGATIVE_INFINITY;
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(LIVE_CLOCK) private readonly clock: LiveClock,
    @Inject(BUILD) build: string,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {
    this.room = new WallRoom(build, this.now, (event, frame) => this.broadcast(event, frame));
    this.names = new NameBook(dataSource);
    this.publisher = new WallPublisher(this.room, this.names, elapsed);
    this.engine = new LiveEngine(dataSource, wallFigures(), this.now, (windows) => {
      this.lists = { waiting: new WaitingList(windows.store), answers: new LatestAnswers(windows.store) };
      windows.watch('waiting', this.lists.waiting);
      windows.watch('answers', this.lists.answers);
    });
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
    let called = true;
    while (!this.stopped) {
      try {
        await this.turn(called);
        this.recovered();
      } catch (error) {
        this.failed(error);
      }
      if (!this.stopped) called = await this.wakeUp.wait(this.untilNext());
    }
  }

  /** One turn: what the feed says when it is time to look, then what the clock says. */
  private async turn(called: boolean): Promise<void> {
    if (this.now() - this.measuredAt >= measureEveryMs) {
      await this.clock.measure(this.dataSource);
      this.measuredAt = this.now();
    }
    const look = called || this.lists === null || elapsed() - this.lookedAt >= lookEveryMs;
    if (look) await this.look();
    if (this.engine.advance()) await this.publisher.moved(this.sources(), this.extra());
    else if (elapsed() >= this.publisher.nextAt) this.publisher.flush(this.sources());
    this.beat();
  }

  private async look(): Promise<void> {
    const followed = await this.engine.follow();
    this.pending = await this.engine.pending(followed);
    if (!this.setup.anyLead) this.setup = await inSnapshot(this.dataSource, readSetup);
    this.lookedAt = elapsed();
    if (followed.kind === 'reloaded') {
      this.logger.info({ why: followed.why, facts: this.engine.windows.store.size }, 'the live figures were read');
      this.names.forgetAll();
      await this.publisher.restarted(this.sources(), this.extra());
    } else if (followed.kind === 'changed') {
      this.names.forget(followed.subjects);
      await this.publisher.moved(this.sources(), this.extra());
    } else this.room.publish(this.extra());
  }

  private beat(): void {
    const now = this.now();
    if (now - this.beatAt < HEARTBEAT_MS && now >= this.beatAt) return;
    if (elapsed() - this.lookedAt > freshForMs) return;
    this.beatAt = now;
    this.room.beat();
    facts.set(this.engine.windows.store.size);
    memory.set(this.engine.windows.memory);
    screens.set(this.room.size);
  }

  private untilNext(): number {
    if (this.lists === null || this.troubled) return lookEveryMs;
    const byClock = this.engine.windows.next - this.now();
    const byTurn = Math.min(this.publisher.nextAt, this.lookedAt + lookEveryMs) - elapsed();
    return Math.min(Math.max(Math.min(byClock, byTurn), 1), lookEveryMs);
  }

  private extra(): Pick<WallState, 'setup' | 'pending'> {
    return { setup: this.setup, pending: this.pending };
  }

  private sources(): WallSources {
    if (this.lists === null) throw new Error('the live figures have not been read yet');
    return { windows: this.engine.windows, configuration: this.engine.configuration, ...this.lists };
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
