import type { KeptBoard } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { Controller, Get, Header, Inject, NotFoundException, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { BoardsService } from '../boards/boards.service.js';
import { keptBoard, keptBoards } from '../boards/kept-boards.js';
import { StoredIdPipe } from './stored-id.pipe.js';

/** Boards: questions that people put side by side, under an address that can be shared. */
@ApiTags('boards')
@Controller('v1/boards')
export class BoardsController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(BoardsService) private readonly boards: BoardsService,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'all boards' })
  @ApiOkResponse({ description: 'boards[{id, name, version, changed_at, tiles}]' })
  async list(): Promise<{ readonly boards: readonly KeptBoard[] }> {
    return { boards: await keptBoards(this.dataSource) };
  }

  @Get(':board')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'one board' })
  @ApiOkResponse({ description: 'id, name, version, changed_at, tiles' })
  @ApiNotFoundResponse({ description: 'there is no such board' })
  async board(@Param('board', StoredIdPipe) id: string): Promise<KeptBoard> {
    const board = await keptBoard(this.dataSource, id);
    if (board === null) throw new NotFoundException({ problem: `there is no board ${id}; GET /v1/boards lists them` });
    return board;
  }

  @Get(':board/answers')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'what all tiles of a board say now',
    description:
      'Figures of the present in a named window, in none, or of stocks are kept live from the first question on, and let go three minutes after the last. Others, and all until they are kept, are asked of the database: anew when something was heard since (or half a minute has passed), at most every two seconds.',
  })
  @ApiOkResponse({
    description:
      'board, version, tiles[{tile, kpi, version, unit, as_of, from, to, live, groups or bucket and buckets}, or {tile, problem, parameter, allowed}]',
  })
  @ApiNotFoundResponse({ description: 'there is no such board' })
  async answers(
    @Param('board', StoredIdPipe) id: string,
  ): Promise<{ readonly board: string; readonly version: number; readonly tiles: readonly TileAnswer[] }> {
    const { version, tiles } = await this.board(id);
    return { board: id, version, tiles: await this.boards.answers(tiles, true) };
  }
}
