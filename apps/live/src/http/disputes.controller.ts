import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Query, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSecurity,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type DisputePage, disputeList } from '../leads/dispute-list.js';
import { PageOrKeyGuard } from './page-or-key.guard.js';
import { Paged } from './query-docs.js';
import { bodyOf } from './refused.js';

/** What people say is wrong, with what they wrote beside it: as personal as a lead's notes. */
@ApiTags('leads')
@Controller('v1/disputes')
export class DisputesController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @UseGuards(PageOrKeyGuard)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'leads with an open dispute, each with all its disputes; for our own pages, or with an API key' })
  @ApiSecurity({})
  @ApiSecurity('apiKey')
  @Paged()
  @ApiOkResponse({
    description:
      'as_of, leads[{lead, name (first name and initial at most), disputes[{event, at, rep, about, reason, note, decided{event, at, by, accepted, ' +
      'reason, note}}], the oldest first}], next: the cursor of the next page, null on the last. decided is null until somebody has; a note that nobody wrote is null',
  })
  @ApiBadRequestResponse({ description: '{problem, parameter, allowed}' })
  @ApiUnauthorizedResponse({ description: 'no API key, or a wrong one' })
  @ApiForbiddenResponse({ description: 'the page was not served by leadclock' })
  async list(@Query() params: Params): Promise<DisputePage> {
    return bodyOf(await disputeList(this.dataSource, params, { now: this.clock() }));
  }
}
