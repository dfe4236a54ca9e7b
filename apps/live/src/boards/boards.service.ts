import type { Answer } from '@leadclock/domain/kpi/answer.js';
import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { HEARTBEAT_MS, type Resume } from '@leadclock/live-protocol/protocol.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import type { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { gauge } from '@leadclock/runtime/metrics.js';
import { DATABASE_CLOCK, LOGGER } from '@leadclock/runtime/tokens.js';
import { WakeUp } from '@leadclock/runtime/wake-up.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import type { Broadcast } from '../rooms/live-room.js';
import { BUILD } from '../tokens.js';
import { BoardAnswers } from './board-answers.js';
import { BoardRoom } from './board-room.js';
import { keptBoard } from './kept-boards.js';
import { LiveQuestions } from './live-questions.js';
import type { Standing } from './read-model-standing.js';

/** Figures go out at most so often. */
const betweenTurnsMs = 250;
/** The longest time between two looks at the feed: notifications can get lost. */
const lookEveryMs = 1_000;
/** Boards are changed beside the feed: they are looked at so often while somebody has one open. */
const rereadEveryMs = 2_000;
/** While nobody looks at anything. */
const idleMs = 60_000;
/** Longer without a look at the read model, and pages get no heartbeat. */
const freshForMs = 2 * HEARTBEAT_MS;

const facts = gauge('leadclock_live_board_facts', 'facts held to keep the figures of boards live');
const memory = gauge('leadclock_live_board_bytes', 'memory of the facts held to keep the figures of boards live');

const elapsed = (): number => performance.now();

interface Entry {
  readonly socket: Socket;
  readonly board: string;
  readonly as: 'board' | 'scene';
}

/** Keeps boards live while somebody looks at them: a loop of its own, so that the wall is not held up by what people ask. */
@Injectable()
export class BoardsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private broadcast: Broadcast = () => {};
  private readonly live: LiveQuestions;
  private readonly answerer: BoardAnswers;
  private readonly rooms = new Map<string, BoardRoom>();
  private entries: Entry[] = [];
  private readonly wakeUp = new WakeUp();
  private readonly listener: ChangeListener | null;
  private isListening = false;
  private called = true;
  private turnedAt = Number.NEGATIVE_INFINITY;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private rereadAt = Number.NEGATIVE_INFINITY;
  private beatAt = Number.NEGATIVE_INFINITY;
  private running: Promise<void> | null = null;
  private stopped = false;
  private troubled = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DATABASE_CLOCK) private readonly clock: DatabaseClock,
    @Inject(BUILD) private readonly build: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.live = new LiveQuestions(dataSource, clock.now, elapsed, (error) => this.taken(error));
    this.answerer = new BoardAnswers(dataSource, this.live, clock.now, elapsed);
    const url = 'url' in dataSource.options ? dataSource.options.url : undefined;
    this.listener = url === undefined ? null : new ChangeListener(url, () => this.call());
  }

  /** Where frames go from now on. */
  open(broadcast: Broadcast): void {
    this.broadcast = broadcast;
  }

  /** A page with a board comes in, or a wall that has it as a scene; it hears the board as soon as its room is there. */
  expect(socket: Socket, board: string, as: Entry['as']): void {
    this.entries.push({ socket, board, as });
    this.wakeUp.nudge();
  }

  /** What a page missed of its board. */
  resume(socket: Socket, asked: Resume): void {
    for (const room of this.rooms.values()) room.resume(socket, asked);
  }

  hears(socket: Socket): boolean {
    return this.entries.some((entry) => entry.socket === socket) || [...this.rooms.values()].some((room) => room.hears(socket));
  }

  /** The answers of tiles now; those of a board are kept live from then on for as long as somebody asks. */
  async answers(tiles: readonly BoardTile[], isWatched: boolean): Promise<readonly TileAnswer[]> {
    const answered = await this.answerer.all(tiles, isWatched);
    this.wakeUp.nudge();
    return answered;
  }

  /** The answer of `GET /v1/kpis/:kpi` if the very question is kept live; null: it is to be asked of the database. */
  async present(kpi: string, params: Params): Promise<Answer | null> {
    const answered = await this.answerer.present(kpi, params);
    this.wakeUp.nudge();
    return answered;
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wakeUp.call();
    await this.listener?.stop();
    await this.running;
    await this.live.rest();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.turn();
        this.troubled = false;
      } catch (error) {
        this.failed(error);
      }
      if (!this.stopped) await this.wakeUp.wait(this.untilNext());
    }
  }

  private async turn(): Promise<void> {
    this.live.tend();
    for (const [id, { size }] of this.rooms) if (size === 0) this.rooms.delete(id);
    if (this.isIdle) return;
    if (!this.isListening) void this.listener?.start();
    this.isListening = true;
    if (elapsed() < this.dueAt) return;
    this.called = false;
    this.turnedAt = elapsed();
    await this.live.catchUp();
    const standing = await this.answerer.look();
    if (elapsed() - this.rereadAt >= rereadEveryMs) await this.reread();
    await this.admit(standing);
    for (const room of this.rooms.values()) room.update(standing, this.clock.now());
    this.lookedAt = elapsed();
    this.beat();
  }

  private async reread(): Promise<void> {
    for (const [id, room] of this.rooms) room.changed(await keptBoard(this.dataSource, id));
    this.rereadAt = elapsed();
  }

  /** Lets in who waits. */
  private async admit(standing: Standing): Promise<void> {
    for (const { socket, board: id, as } of this.entries.splice(0)) {
      if (!socket.connected) continue;
      const room = this.rooms.get(id) ?? (await this.furnish(id));
      await room.enter(socket, as, standing);
    }
  }

  private async furnish(id: string): Promise<BoardRoom> {
    const parts = {
      build: this.build,
      clock: this.clock.now,
      elapsed,
      broadcast: (...frame: Parameters<Broadcast>) => this.broadcast(...frame),
    };
    const room = new BoardRoom(id, await keptBoard(this.dataSource, id), parts, this.answerer, () => this.call());
    this.rooms.set(id, room);
    return room;
  }

  private beat(): void {
    if (elapsed() - this.beatAt < HEARTBEAT_MS || elapsed() - this.lookedAt > freshForMs) return;
    this.beatAt = elapsed();
    for (const room of this.rooms.values()) room.beat();
    facts.set(this.live.held.facts);
    memory.set(this.live.held.bytes);
  }

  private call(): void {
    this.called = true;
    this.wakeUp.call();
  }

  private get isIdle(): boolean {
    return !this.live.isAnyWatched && this.rooms.size === 0 && this.entries.length === 0;
  }

  /** When the next turn is to do something, on the count of `elapsed`. */
  private get dueAt(): number {
    if (this.entries.length > 0) return Number.NEGATIVE_INFINITY;
    const byClock = elapsed() + this.live.next - this.clock.now();
    return Math.max(this.turnedAt + betweenTurnsMs, this.called ? 0 : Math.min(this.turnedAt + lookEveryMs, byClock));
  }

  private untilNext(): number {
    if (this.isIdle) return idleMs;
    if (this.troubled) return lookEveryMs;
    return Math.ceil(Math.min(Math.max(this.dueAt - elapsed(), 1), lookEveryMs));
  }

  private taken(error: unknown): void {
    if (error === null) this.call();
    else this.failed(error);
  }

  private failed(error: unknown): void {
    if (!this.troubled) this.logger.warn({ err: error }, 'the figures of boards cannot be read');
    this.troubled = true;
  }
}
