import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type JourneyAnswer, journey } from '../answer/journey.js';
import { AskedOfLeads } from './query-docs.js';
import { bodyOf } from './refused.js';

/** Where the time went between a lead's arrival and the contact with it. */
@ApiTags('KPIs')
@Controller('v1/journey')
export class JourneyController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'where the time of leads went: arrival → received → assigned → seen → claimed → attempted → contacted; system and human time apart, adding up to the whole',
  })
  @AskedOfLeads('as_of, from, to, groups[{key, n, total_s, system_s, human_s, legs[{leg, n, total_s, system_s, human_s, median_s}]}]')
  async answer(@Query() params: Params): Promise<JourneyAnswer> {
    return bodyOf(await journey(this.dataSource, params, { now: this.clock() }));
  }
}
