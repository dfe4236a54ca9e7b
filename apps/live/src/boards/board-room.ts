import type { BoardTile, KeptBoard } from '@leadclock/live-protocol/board.js';
import { type BoardState, boardStream, keyedOfBoard, type TileAnswer } from '@leadclock/live-protocol/board-state.js';
import type { ChannelParts } from '../rooms/channel.js';
import { LiveRoom } from '../rooms/live-room.js';
import type { BoardAnswers } from './board-answers.js';
import type { Standing } from './read-model-standing.js';
import { saysTheSame } from './tile-answer.js';

/** A board that pages look at, and what its tiles said last. */
export class BoardRoom {
  readonly room: LiveRoom<BoardState>;
  private readonly told = new Map<string, TileAnswer>();

  constructor(
    readonly id: string,
    private board: KeptBoard | null,
    parts: ChannelParts,
    private readonly answers: BoardAnswers,
    /** told when an answer of the database has come in */
    private readonly moved: () => void,
  ) {
    this.room = new LiveRoom<BoardState>(boardStream(id), parts, { board, tiles: {} }, keyedOfBoard);
  }

  /** The board as it is kept now: what its new tiles said when they asked something else is forgotten. */
  changed(board: KeptBoard | null): void {
    if (board?.version === this.board?.version) return;
    const before = new Map(this.board?.tiles.map((tile) => [tile.id, JSON.stringify(tile)]));
    const same = new Set(board?.tiles.flatMap((tile) => (before.get(tile.id) === JSON.stringify(tile) ? [tile.id] : [])));
    for (const id of this.told.keys()) if (!same.has(id)) this.told.delete(id);
    this.board = board;
  }

  /** Takes what the live figures say now, asks the database for the rest, and sends what is other than before. */
  update(standing: Standing, now: number): void {
    const tiles = this.board?.tiles ?? [];
    this.answers.watch(tiles, standing);
    for (const tile of tiles) {
      const live = this.answers.fromLive(tile, standing);
      if (live === null) void this.ask(tile, standing, now);
      else this.put(tile, live);
    }
    this.room.publish({ board: this.board, tiles: Object.fromEntries(this.told) });
  }

  private async ask(tile: BoardTile, standing: Standing, now: number): Promise<void> {
    try {
      const told = await this.answers.fromDatabase(tile, standing, now);
      // it may be kept live by now, or ask something else
      const isStill = this.board?.tiles.includes(tile) === true && this.answers.fromLive(tile, standing) === null;
      if (isStill && this.put(tile, told)) this.moved();
    } catch {
      // the next turn asks again, and says what is wrong with the read model
    }
  }

  /** Answers whether it says something else than before. */
  private put({ id }: BoardTile, answer: TileAnswer): boolean {
    const before = this.told.get(id);
    if (before !== undefined && saysTheSame(before, answer)) return false;
    this.told.set(id, answer);
    return true;
  }
}
