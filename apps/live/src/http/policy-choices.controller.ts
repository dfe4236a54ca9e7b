import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type PolicyChoices, policyChoices } from '../policies/policy-choices.js';

/** What whoever writes a policy can choose from. */
@ApiTags('policies')
@Controller('v1/policy-choices')
export class PolicyChoicesController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'what a policy can name: the traits that leads came with, teams, reps, calendars, screens and channels' })
  @ApiOkResponse({
    description:
      'origins, segments, channels (of the leads of the last 31 days, and those that policies name), teams[{id, name}], reps[{id, name}] (active ones), ' +
      'calendars, screens, listening_channels (that policies and ways name), reached (those of them, as steps name them, to which a way leads that is not paused)',
  })
  async choices(): Promise<PolicyChoices> {
    return policyChoices(this.dataSource, { now: this.clock() });
  }
}
