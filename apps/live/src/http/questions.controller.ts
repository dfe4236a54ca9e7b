import { problemOf } from '@leadclock/domain/events/problem.js';
import { Board } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { BadRequestException, Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { BoardsService } from '../boards/boards.service.js';

const Asked = z.strictObject({ tiles: Board.shape.tiles });
const allowed = ['an object with tiles: a list of them, each as PUT /v1/boards/:board takes it'];
const tiles = { type: 'array', description: 'as those that PUT /v1/boards/:board takes', items: { type: 'object' } } as const;

/** Questions side by side that are no board yet. Reads only; it is a POST for the length of what is asked. */
@ApiTags('boards')
@Controller('v1/questions')
export class QuestionsController {
  constructor(@Inject(BoardsService) private readonly boards: BoardsService) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'what tiles say now that are on no board (yet)' })
  @ApiBody({ schema: { type: 'object', required: ['tiles'], properties: { tiles } } })
  @ApiOkResponse({ description: 'tiles, as those of GET /v1/boards/:board/answers' })
  @ApiBadRequestResponse({ description: 'this is no list of tiles: {problem, parameter, allowed}' })
  async ask(@Body() body: unknown): Promise<{ readonly tiles: readonly TileAnswer[] }> {
    const asked = Asked.safeParse(body);
    if (asked.success) return { tiles: await this.boards.answers(asked.data.tiles, false) };
    const { path, problem } = problemOf(asked.error, Asked, body, '');
    const parameter = path.replaceAll('[', '.').replaceAll(']', '').slice(1);
    throw new BadRequestException({ problem, parameter: parameter === '' ? 'tiles' : parameter, allowed });
  }
}
