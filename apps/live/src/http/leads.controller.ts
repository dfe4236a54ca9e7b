import { leadStates } from '@leadclock/read-model/queries/leads.query.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject, NotFoundException, Param, Query, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiSecurity,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Params } from '../answer/answered.js';
import { type LeadContact, leadContact, type NoContact } from '../leads/contact.js';
import { type ToldAlerts, toldAlerts } from '../leads/lead-alerts.js';
import { type LeadDetail, type LeadTimeline, leadDetail, leadTimeline } from '../leads/lead-detail.js';
import { type LeadPage, leadList } from '../leads/lead-list.js';
import { PageOrKeyGuard } from './page-or-key.guard.js';
import { Paged } from './query-docs.js';
import { bodyOf } from './refused.js';
import { StoredIdPipe } from './stored-id.pipe.js';

/** Leads, and why each of their events did or did not count. */
@ApiTags('leads')
@Controller('v1/leads')
export class LeadsController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'leads by state, owner, team, origin, campaign, channel, segment, product' })
  @ApiQuery({ name: 'state', enum: leadStates, required: false })
  @ApiQuery({ name: 'owner', required: false, description: 'a rep, several separated by commas, or null; the other attributes likewise' })
  @ApiQuery({
    name: 'lead',
    required: false,
    isArray: true,
    description: 'only these leads: an id, the parameter again for each further one',
  })
  @Paged()
  @ApiOkResponse({ description: 'as_of, leads, and next: the cursor of the next page, null on the last' })
  @ApiBadRequestResponse({ description: '{problem, parameter, allowed}' })
  async list(@Query() params: Params): Promise<LeadPage> {
    return bodyOf(await leadList(this.dataSource, params, { now: this.clock() }));
  }

  @Get(':lead')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'state, clocks, policy and why, and who is told next' })
  @ApiOkResponse({ description: 'the lead; of the person first name and initial at most' })
  @ApiNotFoundResponse({ description: 'there is no such lead' })
  async lead(@Param('lead', StoredIdPipe) lead: string): Promise<LeadDetail> {
    return found(lead, await leadDetail(this.dataSource, lead, { now: this.clock() }));
  }

  @Get(':lead/timeline')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'every event, and why it counted or not' })
  @ApiOkResponse({ description: 'events in their order, each with counts and a reason' })
  @ApiNotFoundResponse({ description: 'there is no such lead' })
  async timeline(@Param('lead', StoredIdPipe) lead: string): Promise<LeadTimeline> {
    return found(lead, await leadTimeline(this.dataSource, lead, { now: this.clock() }));
  }

  @Get(':lead/alerts')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'what people are told of a lead now, and how far each alert can be put off' })
  @ApiOkResponse({ description: 'its open alerts, the earliest first' })
  @ApiNotFoundResponse({ description: 'there is no such lead' })
  async alerts(@Param('lead', StoredIdPipe) lead: string): Promise<ToldAlerts> {
    return found(lead, await toldAlerts(this.dataSource, lead, { now: this.clock() }));
  }

  @Get(':lead/contact')
  @UseGuards(PageOrKeyGuard)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the person behind a lead: name, phone, e-mail, message and notes; for our own pages, or with an API key' })
  @ApiSecurity({})
  @ApiSecurity('apiKey')
  @ApiOkResponse({ description: 'what the vault holds; a field that nobody told is null' })
  @ApiUnauthorizedResponse({ description: 'no API key, or a wrong one' })
  @ApiForbiddenResponse({ description: 'the page was not served by leadclock' })
  @ApiNotFoundResponse({ description: '{problem, reason}: unknown (no such lead), erased, or nothing (no details were ever told)' })
  async contact(@Param('lead', StoredIdPipe) lead: string): Promise<LeadContact> {
    const contact = await leadContact(this.dataSource, lead);
    if (typeof contact === 'string') throw new NotFoundException({ problem: NO_CONTACT[contact], reason: contact });
    return contact;
  }
}

const NO_CONTACT: Readonly<Record<NoContact, string>> = {
  unknown: 'there is no such lead; GET /v1/leads lists them',
  erased: 'the details of this lead were erased',
  nothing: 'nobody has told who this lead is',
};

function found<T>(lead: string, body: T | null): T {
  if (body === null)
    throw new NotFoundException({ problem: `there is no lead ${lead}`, parameter: 'lead', allowed: ['an id of GET /v1/leads'] });
  return body;
}
