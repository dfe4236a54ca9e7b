import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type OddData, oddData } from '../answer/odd-data.js';
import { Paged } from './query-docs.js';
import { bodyOf } from './refused.js';

/** What events say that hardly can be so, and who says it. */
@ApiTags('KPIs')
@Controller('v1/odd-data')
export class OddDataController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'odd data by its code: spend over a reversed range, negative amounts, unknown currencies and stages, meetings held before they were booked, ' +
      'deals won twice, answers before the arrival …; 20 subjects of each',
  })
  @ApiQuery({ name: 'oddity', required: false, description: 'only this one; with it `cursor` turns the page' })
  @Paged()
  @ApiOkResponse({ description: 'as_of, oddities[{oddity, count, subjects[{kind, id, name of a lead}], next}]' })
  @ApiBadRequestResponse({ description: '{problem, parameter, allowed}' })
  async list(@Query() params: Params): Promise<OddData> {
    return bodyOf(await oddData(this.dataSource, params, { now: this.clock() }));
  }
}
