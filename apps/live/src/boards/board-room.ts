import type { BoardTile, KeptBoard } from '@leadclock/live-protocol/board.js';
import { type BoardState, boardStream, keyedOfBoard, type TileAnswer } from '@leadclock/live-protocol/board-state.js';
import type { Resume } from '@leadclock/live-protocol/protocol.js';
import { keyedOfScene, type SceneState, sceneStream } from '@leadclock/live-protocol/scene-state.js';
import type { ChannelParts } from '../rooms/channel.js';
import { LiveRoom } from '../rooms/live-room.js';
import type { PageSocket } from '../rooms/page-socket.js';
import { asksForMore, type Beside, nothingBeside, withBeside } from './beside.js';
import type { BoardAnswers } from './board-answers.js';
import type { Standing } from './read-model-standing.js';
import { sceneOf } from './scene-of.js';
import { saysTheSame } from './tile-answer.js';

/** A board that pages and walls look at, and what its tiles said last. */
export class BoardRoom {
  private readonly pages: LiveRoom<BoardState>;
  private readonly walls: LiveRoom<SceneState>;
  private readonly told = new Map<string, TileAnswer>();
  private readonly besides = new Map<string, Beside>();

  constructor(
    id: string,
    private board: KeptBoard | null,
    parts: ChannelParts,
    private readonly answers: BoardAnswers,
    /** told when an answer of the database has come in */
    private readonly moved: () => void,
  ) {
    this.pages = new LiveRoom<BoardState>(boardStream(id), parts, { board, tiles: {} }, keyedOfBoard);
    this.walls = new LiveRoom<SceneState>(sceneStream(id), parts, { name: null, order: [], tiles: {} }, keyedOfScene);
  }

  get size(): number {
    return this.pages.size + this.walls.size;
  }

  /** Lets in a page with the board, or a wall that has it as a scene. */
  async enter(socket: PageSocket, as: 'board' | 'scene', standing: Standing): Promise<void> {
    if (as === 'board') return this.pages.enter(socket);
    // while no wall looked nobody kept it up to date
    this.walls.publish(this.scene(standing));
    await this.walls.enter(socket);
  }

  resume(socket: PageSocket, asked: Resume): void {
    for (const room of this.all) if (room.name === asked.stream) room.resume(socket, asked);
  }

  hears(socket: PageSocket): boolean {
    return this.all.some((room) => room.hears(socket));
  }

  beat(): void {
    for (const room of this.all) if (room.size > 0) room.beat();
  }

  /** The board as it is kept now: what its new tiles said when they asked something else is forgotten. */
  changed(board: KeptBoard | null): void {
    if (board?.version === this.board?.version) return;
    const before = new Map(this.board?.tiles.map((tile) => [tile.id, JSON.stringify(tile)]));
    const same = new Set(board?.tiles.flatMap((tile) => (before.get(tile.id) === JSON.stringify(tile) ? [tile.id] : [])));
    for (const known of [this.told, this.besides]) for (const id of known.keys()) if (!same.has(id)) known.delete(id);
    this.board = board;
  }

  /** Takes what the live figures say now, asks the database for the rest, and sends what is other than before. */
  update(standing: Standing, now: number): void {
    const tiles = this.board?.tiles ?? [];
    this.answers.watch(tiles, standing);
    for (const tile of tiles) {
      const live = this.answers.fromLive(tile, standing);
      if (live === null) void this.ask(tile, standing, now);
      else this.put(tile, live, standing);
      if (asksForMore(tile)) void this.lookBeside(tile, standing, now);
    }
    this.pages.publish({ board: this.board, tiles: Object.fromEntries(this.told) });
    if (this.walls.size > 0) this.walls.publish(this.scene(standing));
  }

  private get all(): readonly [LiveRoom<BoardState>, LiveRoom<SceneState>] {
    return [this.pages, this.walls];
  }

  private scene({ configuration }: Standing): SceneState {
    return sceneOf(this.board, this.told, configuration);
  }

  private async ask(tile: BoardTile, standing: Standing, now: number): Promise<void> {
    try {
      const told = await this.answers.fromDatabase(tile, standing, now);
      // it may be kept live by now, or ask something else
      const isStill = this.board?.tiles.includes(tile) === true && this.answers.fromLive(tile, standing) === null;
      if (isStill && this.put(tile, told, standing)) this.moved();
    } catch {
      // the next turn asks again, and says what is wrong with the read model
    }
  }

  /** What stands beside an answer comes after it; the next turn puts both together. */
  private async lookBeside(tile: BoardTile, standing: Standing, now: number): Promise<void> {
    try {
      const beside = await this.answers.beside(tile, standing, now);
      const before = this.besides.get(tile.id);
      if (this.board?.tiles.includes(tile) !== true || (before?.then === beside.then && before.targets === beside.targets)) return;
      this.besides.set(tile.id, beside);
      this.moved();
    } catch {
      // the next turn asks again
    }
  }

  /** Answers whether it says something else than before. */
  private put(tile: BoardTile, figures: TileAnswer, standing: Standing): boolean {
    const { id } = tile;
    const answer = withBeside(tile, figures, this.besides.get(id) ?? nothingBeside, standing);
    const before = this.told.get(id);
    if (before !== undefined && saysTheSame(before, answer)) return false;
    this.told.set(id, answer);
    return true;
  }
}
