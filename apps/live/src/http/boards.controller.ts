import type { KeptBoard } from '@leadclock/live-protocol/board.js';
import { Controller, Get, Header, Inject, NotFoundException, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { keptBoard, keptBoards } from '../boards/kept-boards.js';

/** Boards: questions that people put side by side, under an address that can be shared. */
@ApiTags('boards')
@Controller('v1/boards')
export class BoardsController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

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
  async board(@Param('board') id: string): Promise<KeptBoard> {
    const board = await keptBoard(this.dataSource, id);
    if (board === null) throw new NotFoundException({ problem: `there is no board ${id}; GET /v1/boards lists them` });
    return board;
  }
}
