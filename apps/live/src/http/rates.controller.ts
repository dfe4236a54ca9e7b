import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type MissingRates, missingRates } from '../answer/missing-rates.js';

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
  missing(): Promise<MissingRates> {
    return missingRates(this.dataSource, { now: this.clock() });
  }
}
