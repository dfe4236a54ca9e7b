import { type PlacedProblem, refusalOfPolicies } from '@leadclock/domain/configuration/asked-policies.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { BadRequestException, Body, Controller, Get, Header, HttpCode, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type PolicyHistory, type PolicyList, policyHistory, policyList } from '../policies/policy-list.js';
import { type PolicyPreview, previewPolicies } from '../policies/policy-preview.js';
import { StoredIdPipe } from './stored-id.pipe.js';

/** The policies that judge leads, and what others would do. */
@ApiTags('policies')
@Controller('v1/policies')
export class PoliciesController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'the policies in force, in the order in which they are tried, and the default' })
  @ApiOkResponse({
    description:
      'as_of, policies[{policy, version, event{source, id}, effective_at, settings (as POST /v1/policies takes them), versions, next_at}], coming[{policy, version, event, effective_at, settings, versions}] ' +
      '(settings.removed: it is taken away then), removed[{policy, removed_at, event, versions}], default',
  })
  async list(): Promise<PolicyList> {
    return policyList(this.dataSource, { now: this.clock() });
  }

  @Post('preview')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'which leads policies would have matched, and which policy judges these now',
    description:
      'Looks at leads that came (of the last seven days when from and to are left out) as if the policies had held then, beside all others as they ' +
      'stand now. Reads only; it is a POST for the length of what is asked.',
  })
  @ApiBody({ schema: { type: 'object', required: ['policies'], properties: previewed() } })
  @ApiOkResponse({
    description:
      'from, to, count, moved (leads that another policy would have judged), policies[{policy, change, effective_at, matches, judges, ' +
      'judged_now[{policy, leads}], judged_then[{policy, leads}], by_origin[{key, leads}], by_team[{key, leads}]}], leads[{lead, name, arrived_at, matched, judged_by, would_be_judged_by}], the latest first; the policy null is the default',
  })
  @ApiBadRequestResponse({ description: 'they could not be set either: {problem, path, problems[{index, path, problem}]}' })
  async preview(@Body() body: unknown): Promise<PolicyPreview> {
    const answered = await previewPolicies(this.dataSource, body, { now: this.clock() });
    if (answered.ok) return answered.body;
    throw refused(answered.problems);
  }

  @Get(':policy')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'all versions of a policy' })
  @ApiOkResponse({ description: 'policy, as_of, version (the one in force), versions[{version, event, effective_at, settings}]' })
  @ApiNotFoundResponse({ description: 'there is no such policy' })
  async policy(@Param('policy', StoredIdPipe) policy: string): Promise<PolicyHistory> {
    const history = await policyHistory(this.dataSource, policy, { now: this.clock() });
    if (history === null)
      throw new NotFoundException({ problem: `there is no policy ${policy}`, parameter: 'policy', allowed: ['an id of GET /v1/policies'] });
    return history;
  }
}

const refused = (problems: readonly PlacedProblem[]) => new BadRequestException(refusalOfPolicies(problems));

function previewed() {
  const instant = { type: 'string', format: 'date-time' } as const;
  return {
    policies: { type: 'array', description: 'as those that POST /v1/policies takes', items: { type: 'object' } },
    judge_history: { type: 'boolean' },
    from: instant,
    to: instant,
    limit: { type: 'integer', description: 'how many leads are named, 0 to 1000; 20 when left out' },
  } as const;
}
