import { refusalOfPolicies } from '@leadclock/domain/configuration/asked-policies.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { BadRequestException, Body, Controller, Header, HttpCode, Inject, Post, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { answerWhatIf, type WhatIfJson } from '../what-if/answer-what-if.js';
import { MOST_DAYS } from '../what-if/read-asked.js';
import { REPLAY_LIMITS, type ReplayLimits, replayLimits, tookTooLong } from '../what-if/replay-limits.js';
import { FewAtOnce } from './few-at-once.js';

/** What would have happened under other policies. */
@ApiTags('policies')
@Controller('v1/what-if')
export class WhatIfController {
  private readonly replays: FewAtOnce;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REPLAY_LIMITS) private readonly limits: ReplayLimits,
  ) {
    this.replays = new FewAtOnce(limits.replays);
  }

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'the alerts and the attainment of a period under other policies, side by side with what happened',
    description:
      'Goes through the events of the period in the order in which they were recorded (of the last seven days when from and to are left out). ' +
      'Reads only: nothing is written and nobody is told; it is a POST for the length of what is asked.',
  })
  @ApiBody({ schema: { type: 'object', properties: asked() } })
  @ApiOkResponse({
    description:
      'from, to, as_of, policies, leads, alerts{happened, replayed, same, others, only_happened, only_replayed, close, down}, told[{to, then, replayed}], alert_hours[{hour, then, replayed}], ' +
      'attainment{all, teams[{team, happened, replayed}], hours[{hour, happened, replayed}]} (each side {met, breached, value}), down[{from, to}], ' +
      'listed{differ, close, down} (each {alerts[{lead, name, step, policy, due, is, apart, happened{alert, raised, to}, replayed{raised, to}}], more})',
  })
  @ApiBadRequestResponse({ description: 'a field or a policy is wrong: {problem, path, problems[{index, path, problem}]}' })
  @ApiServiceUnavailableResponse({
    description:
      `${replayLimits.replays} periods are being replayed already (Retry-After), it takes more than ${replayLimits.replayMs / 1000} s, ` +
      `or one of its questions to the database more than ${replayLimits.questionMs / 1000} s: {problem}, with what to do`,
  })
  async answer(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<WhatIfJson> {
    const { replays, replayMs, questionMs } = this.limits;
    const began = performance.now();
    const goOn = (): void => {
      if (reply.raw.destroyed) throw new ServiceUnavailableException({ problem: 'nobody waits for the answer any more' });
      if (performance.now() - began > replayMs) throw new ServiceUnavailableException({ problem: tookTooLong('the replay', replayMs) });
    };
    const answered = await this.replays.run(
      () => answerWhatIf(this.dataSource, body, this.clock(), { goOn, questionMs }),
      () => {
        void reply.header('retry-after', 5);
        throw new ServiceUnavailableException({ problem: `${replays} periods are being replayed already; ask again when one is done` });
      },
    );
    if (answered.ok) return answered.body;
    if ('stopped' in answered) throw new ServiceUnavailableException({ problem: answered.stopped });
    throw new BadRequestException(refusalOfPolicies(answered.problems));
  }
}

function asked() {
  const instant = { type: 'string', format: 'date-time' } as const;
  return {
    policies: {
      type: 'array',
      description: 'as those that POST /v1/policies takes: each takes the place of the one of its id; left out: the policies as they were',
      items: { type: 'object' },
    },
    from: { ...instant, description: `at most ${MOST_DAYS} days before to` },
    to: instant,
    down: {
      type: 'array',
      description: 'times in which the product is known to have been away',
      items: { type: 'object', properties: { from: instant, to: instant } },
    },
    limit: { type: 'integer', description: 'how many alerts each list names, 0 to 1000; 100 when left out' },
  } as const;
}
