import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type MissingRates, missingRates } from '../answer/missing-rates.js';
import { bodyOf } from './refused.js';

/** What sums of money lack. */
@ApiTags('KPIs')
@Controller('v1/rates')
export class RatesController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('missing')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the amounts that no sum of money holds since no rate.set is good for their day, by currency' })
  @ApiOkResponse({ description: 'as_of, into, missing[{currency, amounts, from, to}]' })
  @ApiBadRequestResponse({ description: '{problem, parameter, allowed}' })
  missing(@Query() params: Params): Promise<MissingRates> {
    const [parameter] = Object.keys(params);
    if (parameter !== undefined)
      bodyOf({ ok: false, parameter, problem: `missing rates have no parameter ${parameter}`, allowed: ['none'] });
    return missingRates(this.dataSource, { now: this.clock() });
  }
}
