import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, Query, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiSecurity,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type StaffingAnswer, staffing } from '../staffing/staffing.js';
import { PageOrKeyGuard } from './page-or-key.guard.js';
import { bodyOf } from './refused.js';

/** When leads come and who is there: it tells of days off and calendars, so for our own pages, or with an API key. */
@ApiTags('staffing')
@ApiSecurity({})
@ApiSecurity('apiKey')
@ApiUnauthorizedResponse({ description: 'no API key, or a wrong one' })
@ApiForbiddenResponse({ description: 'the page was not served by leadclock' })
@UseGuards(PageOrKeyGuard)
@Controller('v1/staffing')
export class StaffingController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'arrivals and attainment by the hour of the week, the hours in which most leads go late, and the gaps they fall into',
    description:
      'The figures of leads-created and answered-in-target, by the hour of the arrival in the zone of the team’s calendar, else the site’s.',
  })
  @ApiQuery({ name: 'team', required: false, type: String, description: 'only the leads of this team; left out: all' })
  @ApiQuery({
    name: 'from',
    required: false,
    type: String,
    description: "RFC 3339, or a date of the site's zone; left out: four weeks before to",
  })
  @ApiQuery({ name: 'to', required: false, type: String, description: 'as from; left out, or ahead: now; at most 366 days after from' })
  @ApiOkResponse({
    description:
      'as_of, from, to, zone, team, teams[{team, name}], total, hours: all 168 of {weekday (Monday 0), hour, hours (how many such hours the period had), ' +
      'arrivals, met, late, attainment (null: nothing judged), small (fewer than ten judged), causes[{cause, late}]}, worst: the ten hours with the most late leads, ' +
      'gaps[{cause, team, calendars, late, hours[{weekday, from, to, late}]}]. Causes: hours (nobody works then), day_off (all who work then are off), ' +
      'nobody (no active rep), closed (it came while its clock stood), away, on_call (all who worked), there (somebody could have taken it)',
  })
  @ApiBadRequestResponse({ description: '{problem, parameter, allowed}' })
  async picture(@Query() params: Params): Promise<StaffingAnswer> {
    return bodyOf(await staffing(this.dataSource, params, { now: this.clock() }));
  }
}
