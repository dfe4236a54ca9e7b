import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type Compared, compare } from '../answer/compare.js';
import { KpiQuestion } from './query-docs.js';
import { bodyOf } from './refused.js';

/** What stands behind a number: what it was before. */
@ApiTags('KPIs')
@Controller('v1/kpis/:kpi')
export class KpiBackgroundController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('compare')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'the number beside itself one period before, its mean on the same weekday of four weeks, and the same period of last year',
  })
  @KpiQuestion(
    'the answer, and before, weekday, last_year: each {reason: null, as_of, from, to, groups, changes[{key, now, then, difference, relative}]}, ' +
      'weekday with mean_of (rows or values) and its days; or only a reason why there is none: no_window, longer_than_a_day',
  )
  async compare(@Param('kpi') kpi: string, @Query() params: Params): Promise<Compared> {
    return bodyOf(await compare(this.dataSource, kpi, params, { now: this.clock() }));
  }
}
