import type { Answer } from '@leadclock/domain/kpi/answer.js';
import { languages } from '@leadclock/domain/kpi/words.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Headers, Inject, Param, Query, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { answer } from '../answer/answer.js';
import type { Params } from '../answer/answered.js';
import { type CatalogueEntry, catalogue } from '../answer/catalogue.js';
import { csvRows, exportRows, jsonRows, type RowFormat } from '../answer/exported-rows.js';
import { type Headlines, headlines } from '../answer/headlines.js';
import { rows } from '../answer/rows.js';
import { type Trend, trend } from '../answer/trend.js';
import { BoardsService } from '../boards/boards.service.js';
import { FewAtOnce } from './few-at-once.js';
import { KpiQuestion, Paged, RowsChosen } from './query-docs.js';
import { bodyOf } from './refused.js';
import { replyStreamed } from './streamed-reply.js';

/** Each holds a connection of the pool that all of the program lives on, for as long as its reader takes: the others are for everybody else. */
const mostExports = 3;

/** Numbers, the facts behind them, and how they moved. */
@ApiTags('KPIs')
@Controller('v1/kpis')
export class KpisController {
  private readonly exports = new FewAtOnce(mostExports);

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BoardsService) private readonly boards: BoardsService,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the catalogue: name, section, title, formula, example, unit, parameters, dimensions' })
  @ApiQuery({ name: 'lang', enum: languages, required: false, description: 'the language of title, formula and example; left out: en' })
  @ApiOkResponse({ description: 'every KPI there is' })
  catalogue(@Query() params: Params): { readonly kpis: readonly CatalogueEntry[] } {
    return bodyOf(catalogue(params));
  }

  @Get('headlines')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'several numbers at once, in total: stocks as they stand, flows of one window' })
  @ApiQuery({ name: 'kpi', description: 'names, separated by commas; at most 24' })
  @ApiQuery({ name: 'window', required: false, description: 'as for one KPI; left out: all time' })
  @ApiOkResponse({ description: 'as_of, answers: each as GET /v1/kpis/:kpi gives it, in the order asked' })
  async headlines(@Query() params: Params): Promise<Headlines> {
    return bodyOf(await headlines(this.dataSource, params, { now: this.clock() }));
  }

  @Get(':kpi')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'a number, in total or by groups' })
  @KpiQuestion('kpi, version, unit, as_of, from, to, groups[{key, value, n, excluded, …}]')
  async answer(@Param('kpi') kpi: string, @Query() params: Params): Promise<Answer> {
    const live = await this.boards.present(kpi, params);
    return live ?? bodyOf(await answer(this.dataSource, kpi, params, { now: this.clock() }));
  }

  @Get(':kpi/rows')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the facts that the number is made of, the excluded ones too; as CSV or JSONL on request, then all of them' })
  @ApiProduces('application/json', 'text/csv', 'application/x-ndjson')
  @KpiQuestion('rows, and next: the cursor of the next page, null on the last')
  @Paged()
  @RowsChosen()
  @ApiServiceUnavailableResponse({ description: 'CSV or JSONL: as many exports as may be are being read already; Retry-After' })
  async rows(
    @Param('kpi') kpi: string,
    @Query() params: Params,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const here = { now: this.clock() };
    const format = formatOf(accept);
    if (format === null) {
      await reply.send(bodyOf(await rows(this.dataSource, kpi, params, here)));
      return;
    }
    const all = () => replyStreamed(reply, format.contentType, (write) => exportRows(this.dataSource, kpi, params, here, format, write));
    await this.exports.run(all, () => {
      void reply.header('retry-after', 5);
      throw new ServiceUnavailableException({
        problem: `${mostExports} exports are being read already; ask again when one of them is done`,
      });
    });
  }

  @Get(':kpi/trend')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the number by hour, day, week or month' })
  @KpiQuestion('buckets[{from, to, groups}]')
  @ApiQuery({ name: 'bucket', enum: ['hour', 'day', 'week', 'month'] })
  async trend(@Param('kpi') kpi: string, @Query() params: Params): Promise<Trend> {
    return bodyOf(await trend(this.dataSource, kpi, params, { now: this.clock() }));
  }
}

/** null: a page of JSON */
function formatOf(accept = ''): RowFormat | null {
  if (accept.includes('text/csv')) return csvRows;
  return accept.includes('application/x-ndjson') ? jsonRows : null;
}
