import type { Settings } from '@leadclock/runtime/settings.js';
import { CLOCK, type Clock, SETTINGS } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, NotFoundException, Param, Query, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiSecurity,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type WayList, wayList } from '../ways/way-list.js';
import { type WayLog, wayLog } from '../ways/way-log.js';
import { PageOrKeyGuard } from './page-or-key.guard.js';
import { Paged } from './query-docs.js';
import { bodyOf } from './refused.js';
import { StoredIdPipe } from './stored-id.pipe.js';

/** How alerts reach people besides the pages: for our own pages, or with an API key. */
@ApiTags('ways')
@ApiSecurity({})
@ApiSecurity('apiKey')
@ApiUnauthorizedResponse({ description: 'no API key, or a wrong one' })
@ApiForbiddenResponse({ description: 'the page was not served by leadclock' })
@UseGuards(PageOrKeyGuard)
@Controller('v1/ways')
export class WaysController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'all ways with how they do, and whom policies tell that none of them reaches; addresses are masked' })
  @ApiOkResponse({
    description:
      'as_of, mail, ways[{way, kind, for, to, language, state (works, failing, untried, paused), paused_at, failing_since, succeeded_at, failed_at, ' +
      'failure, waiting, next_at, rests_until, given_up, is_told}], unheard[{for, policies, reached_by (pages or null)}], heard[{for, policies, ways}], listeners{channels, screens, teams}',
  })
  async list(): Promise<WayList> {
    return wayList(this.dataSource, this.settings, { now: this.clock() });
  }

  @Get(':way/log')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the messages by a way, the last first, with each try' })
  @Paged()
  @ApiQuery({ name: 'only', required: false, enum: ['failed'], description: 'what was given up, or has failed and is tried again' })
  @ApiOkResponse({
    description:
      'way, deliveries[{delivery, alert, lead, what, made_at, ended (delivered, given up, over, or null: on its way), ended_at, next_at, failure, ' +
      'tries[{at, took_ms, failure}], cut_off}], next: the cursor of the next page',
  })
  @ApiBadRequestResponse({ description: '{problem, parameter, allowed}' })
  @ApiNotFoundResponse({ description: 'there is no such way' })
  async log(@Param('way', StoredIdPipe) way: string, @Query() params: Params): Promise<WayLog> {
    const log = await wayLog(this.dataSource, way, params);
    if (log === null) throw new NotFoundException({ problem: `there is no way ${way}; GET /v1/ways lists them` });
    return bodyOf(log);
  }
}
