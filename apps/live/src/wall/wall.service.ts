import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { HEARTBEAT_MS, type Resume } from '@leadclock/live-protocol/protocol.js';
import { ChangeListener, everyChange } from '@leadclock/read-model/queries/change-listener.js';
import type { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { gauge } from '@leadclock/runtime/metrics.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { type Clock, DATABASE_CLOCK, LOGGER } from '@leadclock/runtime/tokens.js';
import { WakeUp } from '@leadclock/runtime/wake-up.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import { AlertTeller } from '../rooms/alert-teller.js';
import { assignmentBook } from '../rooms/assignment-book.js';
import { FloorRooms, type Visitor } from '../rooms/floor-rooms.js';
import { booksTogether } from '../rooms/lead-book.js';
import { type Broadcast, LiveRoom } from '../rooms/live-room.js';
import { BUILD, DEMO } from '../tokens.js';
import { alertsFirst } from './alerts-first.js';
import { nameBook } from './name-book.js';
import { type News, news, WallFeed } from './wall-feed.js';
import { WallPublisher } from './wall-publisher.js';

/** The longest sleep: a clock may be set, and a call may be lost. */
const turnEveryMs = 1_000;
/** Changes of leads go out at once, and when they come thick at most so often. */
const betweenLeadsMs = 125;
const measureEveryMs = 60_000;
/** Longer without a look at the read model, and the walls get no heartbeat: they shall say that what they show is old. */
const freshForMs = 2 * HEARTBEAT_MS;

const facts = gauge('leadclock_live_facts', 'facts held to keep figures live');
const memory = gauge('leadclock_live_bytes', 'memory of the facts held to keep figures live');
const screens = gauge('leadclock_live_screens', 'screens connected');

/** Milliseconds that no clock step can change: for how often, never for when. */
const elapsed = (): number => performance.now();

export const wallStream = 'wall';

/** Keeps all screens live: one loop that follows the read model and the clock, and says what has moved. */
@Injectable()
export class WallService implements OnApplicationBootstrap, OnApplicationShutdown {
  private broadcast: Broadcast = () => {};
  readonly room: LiveRoom<WallState>;
  private readonly rooms: FloorRooms;
  private readonly feed: WallFeed;
  private readonly publisher: WallPublisher;
  private readonly teller: AlertTeller;
  private readonly wakeUp = new WakeUp();
  private readonly listener: ChangeListener | null;
  /** what walls have not been told: stays until they were, whatever fails meanwhile */
  private untold: News = news.none;
  private toldAt = Number.NEGATIVE_INFINITY;
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
    @Inject(DEMO) private readonly demo: boolean,
  ) {
    const parts = { build, clock: this.now, elapsed, broadcast: (...frame: Parameters<Broadcast>) => this.broadcast(...frame) };
    const names = nameBook(dataSource);
    const assignments = assignmentBook(dataSource);
    this.room = new LiveRoom(wallStream, parts, { ...emptyWall(), demo });
    this.rooms = new FloorRooms(parts, names, assignments);
    this.publisher = new WallPublisher(this.room, names, elapsed);
    this.feed = new WallFeed(dataSource, booksTogether(names, assignments), logger, this.now, elapsed);
    this.teller = new AlertTeller(this.feed.alerts, names, {
      now: this.now,
      isReady: () => this.feed.engine.isLoaded,
      publish: (alerts, named) => {
        this.publisher.alertsMoved(alerts, named);
        this.rooms.alertsMoved(alerts, named);
      },
    });
    const url = 'url' in dataSource.options ? dataSource.options.url : undefined;
    this.listener =
      url === undefined
        ? null
        : new ChangeListener(
            url,
            (what) => {
              if (what !== 'rows') this.teller.call();
              if (what !== 'alerts') this.wakeUp.call();
            },
            everyChange,
          );
    readiness.report('live', 'the live figures are being read');
  }

  readonly now: Clock = () => this.clock.now();

  /** Where frames go from now on. */
  open(broadcast: Broadcast): void {
    this.broadcast = broadcast;
  }

  /** A rep's or a manager's page comes in; it hears its streams as soon as they are filled. */
  expect(socket: Socket, visitor: Visitor): void {
    this.rooms.expect(socket, visitor);
    this.wakeUp.nudge();
  }

  /** What a page missed of one of its streams. */
  resume(socket: Socket, asked: Resume): void {
    if (asked.stream === wallStream) this.room.resume(socket, asked);
    else this.rooms.resume(socket, asked);
  }

  /** Whether a page reads what it is sent. */
  hears(socket: Socket): boolean {
    return this.room.hears(socket) || this.rooms.hears(socket);
  }

  onApplicationBootstrap(): void {
    void this.listener?.start();
    this.running = this.run();
    this.teller.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wakeUp.call();
    await this.listener?.stop();
    await this.teller.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    await alertsFirst(this.readiness, () => this.stopped);
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
    if (this.feed.engine.advance() || this.now() >= this.feed.alerts.next) this.owe(news.moved);
    await this.tell();
    this.beat();
  }

  private owe(what: News): void {
    this.untold = what > this.untold ? what : this.untold;
  }

  private async tell(): Promise<void> {
    const { setup, pending } = this.feed;
    const sources = this.feed.sources();
    if (this.untold === news.restarted) {
      await this.publisher.restarted(sources, { setup, pending, demo: this.demo });
      await this.rooms.restarted(sources);
    } else if (this.untold === news.moved) {
      if (elapsed() < this.nextTelling) {
        this.room.publish({ setup, pending });
        return this.rooms.movedOnFloor(sources, betweenLeadsMs);
      }
      await this.publisher.moved(sources, { setup, pending });
      await this.rooms.moved(sources);
    } else {
      this.publisher.flush(sources);
      await this.rooms.flush(sources);
      this.room.publish({ setup, pending });
    }
    if (this.untold !== news.none) {
      await this.teller.tell(); // their leads may have other names now
      this.toldAt = elapsed();
    }
    this.untold = news.none;
    if (this.rooms.isWaitedFor) await this.rooms.admit(sources);
  }

  private get nextTelling(): number {
    return this.toldAt + betweenLeadsMs;
  }

  private beat(): void {
    const now = this.now();
    if (now - this.beatAt < HEARTBEAT_MS && now >= this.beatAt) return;
    if (elapsed() - this.feed.lookedAt > freshForMs) return;
    this.beatAt = now;
    this.room.beat();
    this.rooms.beat();
    const { windows } = this.feed.engine;
    facts.set(windows.store.size);
    memory.set(windows.memory);
    screens.set(this.room.size + this.rooms.size);
  }

  private untilNext(): number {
    if (!this.feed.engine.isLoaded || this.troubled) return turnEveryMs;
    const byClock = this.feed.engine.next - this.now();
    const told = this.untold === news.none ? Number.POSITIVE_INFINITY : this.nextTelling;
    const byTurn = Math.min(this.publisher.nextAt, this.rooms.nextAt, this.feed.lookAt, told) - elapsed();
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
