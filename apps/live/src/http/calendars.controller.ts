import { refusalOfCalendar } from '@leadclock/domain/configuration/calendar-entry.js';
import { zoneNames } from '@leadclock/domain/configuration/calendar-problems.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { BadRequestException, Body, Controller, Get, Header, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type CalendarList, calendarList } from '../calendars/calendar-list.js';
import { type CalendarPreview, previewCalendar } from '../calendars/calendar-preview.js';
import { type FeedList, feedList } from '../calendars/feed-list.js';
import { PageOrKeyGuard } from './page-or-key.guard.js';

/** When people work, and on which days they do not. */
@ApiTags('calendars')
@ApiSecurity({})
@ApiSecurity('apiKey')
@UseGuards(PageOrKeyGuard)
@Controller('v1')
export class CalendarsController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('calendars')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the calendars in force, and who works in which; for our own pages, or with an API key' })
  @ApiOkResponse({
    description:
      'as_of, zone (of the site), site_edit, calendars[{calendar, edit, effective_at, zone, week, holidays[{date, name, by: null, file or a feed}], open, ' +
      'changes_at, offset_min, clock_changes[{date, hours, from, to, open_ms, usual_ms}], later (versions to come), feeds, used_by{site, teams, reps, policies}}], ' +
      'teams[{team, name, calendar, edit}], reps[{rep, name, team, active, calendar, days_off, edit}]; edit is given as If-Match by who changes it',
  })
  async list(): Promise<CalendarList> {
    return calendarList(this.dataSource, { now: this.clock() });
  }

  @Get('calendar-feeds')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the addresses that holidays are read from, with how that goes' })
  @ApiOkResponse({
    description:
      'as_of, feeds[{id, calendar, host, holidays, read_at, changed_at, failing_since, failure, stale (failing for three days), next_at}]',
  })
  async feeds(): Promise<FeedList> {
    return feedList(this.dataSource, { now: this.clock() });
  }

  @Get('zones')
  @Header('cache-control', 'max-age=86400')
  @ApiOperation({ summary: 'the time zones that this program knows' })
  @ApiOkResponse({ description: 'zones[]' })
  zones(): { readonly zones: readonly string[] } {
    return { zones: zoneNames() };
  }

  @Post('calendars/preview')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'what a calendar would do: when it opens, example deadlines, days on which the clock changes',
    description: 'Reads only.',
  })
  @ApiBody({ schema: { type: 'object', description: 'as PUT /v1/calendars/CALENDAR takes it' } })
  @ApiOkResponse({
    description:
      'open, changes_at, offset_min, hours_per_week, examples[{arrives, due, working_ms, wall_ms}] (for a target of five minutes), clock_changes',
  })
  @ApiBadRequestResponse({ description: 'it could not be set either: {problem, path, problems[{path, problem, reason, near}]}' })
  preview(@Body() body: unknown): CalendarPreview {
    const previewed = previewCalendar(body, { now: this.clock() });
    if (previewed.ok) return previewed.body;
    throw new BadRequestException(refusalOfCalendar(previewed.problems));
  }
}
