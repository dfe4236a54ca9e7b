import { languages } from '@leadclock/domain/kpi/words.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type Compared, compare } from '../answer/compare.js';
import { type Explanation, explain } from '../answer/explain.js';
import { type Milestones, milestones } from '../answer/milestones.js';
import { type Revisions, revisions } from '../answer/revisions.js';
import { KpiQuestion, Paged } from './query-docs.js';
import { bodyOf } from './refused.js';

/** What stands behind a number: how it came to be, what it was before, and what was said of it. */
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

  @Get('milestones')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary:
      'of a KPI that adds up and has a target for the period: on which day it came to 25, 50, 75 and 100 % of it, and when that was due',
  })
  @KpiQuestion(
    'the head of an answer, with from and to of the whole period of the target, and currency; groups[{key, target, value, milestones[{share, amount, ' +
      'reached_from, reached_to (the day; null: not yet), due (at an even pace), state}]}], those that have a target, milestones null for one of 0 or ' +
      'less. States: ahead (reached by the end of the day that is due), behind (reached later, or not yet and that day is over), open',
  )
  async milestones(@Param('kpi') kpi: string, @Query() params: Params): Promise<Milestones> {
    return bodyOf(await milestones(this.dataSource, kpi, params, { now: this.clock() }));
  }

  @Get('revisions')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'of a window that has ended: what was said at its end, what is said now, and which leads make the difference, by why',
  })
  @KpiQuestion(
    'ended, then, now (each an answer), changes, changed{subjects, by{reason: subjects}}, subjects[{subject, reasons, events, then, now}], ' +
      'next: the cursor of the next page, null on the last. Reasons: late, corrected, retracted, merged, erased, reassigned, configuration, rates, ' +
      'later (it happened after the window), time (a deadline passed after it). A window that still runs, as `today` does, is a 400',
  )
  @Paged()
  async revisions(@Param('kpi') kpi: string, @Query() params: Params): Promise<Revisions> {
    return bodyOf(await revisions(this.dataSource, kpi, params, { now: this.clock() }));
  }

  @Get('explain')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the formula with its numbers filled in, its parts, what is left out and why, and under which policies' })
  @KpiQuestion(
    'title, formula, setting{window, zone, week_start, currency, clock, parameters, filters, policies, calendars, teams}, row_count, rows, ' +
      'groups[{group, filled, rows, excluded[{reason, words, n, rows}]}], parts[{name, kpi, title, formula, as_of, from, to, parameters, ' +
      'row_count, rows, groups}]; `rows` is the address of the rows meant',
  )
  @ApiQuery({ name: 'lang', enum: languages, required: false, description: 'the language of the words; left out: en' })
  async explain(@Param('kpi') kpi: string, @Query() params: Params): Promise<Explanation> {
    return bodyOf(await explain(this.dataSource, kpi, params, { now: this.clock() }));
  }
}
