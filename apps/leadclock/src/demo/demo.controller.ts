import { DEMO } from '@leadclock/live/tokens.js';
import { hasAnyLead } from '@leadclock/read-model/queries/any-lead.query.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { SETTINGS } from '@leadclock/runtime/tokens.js';
import { Controller, Get, HttpCode, HttpException, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { DemoProgram } from './demo-program.js';

/** `/v1/demo`: what the button on an empty wall asks. */
@ApiTags('demo')
@Controller('v1/demo')
export class DemoController {
  constructor(
    private readonly program: DemoProgram,
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DEMO) private readonly isDemo: boolean,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether a demo plays beside this program, and where. For our own pages.' })
  @ApiResponse({ status: 200, description: '`{running, url}`; url is null while none plays' })
  look(@Req() request: FastifyRequest): { readonly running: boolean; readonly url: string | null } {
    this.refuseOthers(request);
    const { url } = this.program;
    return { running: url !== null, url };
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Starts a demo: a second program with a simulated sales floor, on a data folder and a port of its own. For our own pages.',
  })
  @ApiResponse({ status: 202, description: '`{url}`, once it is ready: some half a minute later; at once when one plays already' })
  @ApiResponse({ status: 409, description: 'this installation has leads, or is a demo itself: `{problem, reason}`' })
  @ApiResponse({ status: 503, description: 'the demo did not start: `{problem, reason}` says why' })
  async start(@Req() request: FastifyRequest): Promise<{ readonly url: string }> {
    this.refuseOthers(request);
    if (this.isDemo) throw refusal(409, 'is_demo', 'this is the demo');
    if (this.program.url === null && (await hasAnyLead(this.dataSource)))
      throw refusal(409, 'has_leads', 'this installation has leads of its own; leadclock demo plays beside it, from a terminal');
    try {
      return { url: await this.program.start() };
    } catch (error) {
      throw refusal(503, 'not_started', error instanceof Error ? error.message : String(error));
    }
  }

  /** It starts a process: no other site's page may. */
  private refuseOthers({ method, headers }: FastifyRequest): void {
    const refused = pageRefusal({ method, headers }, this.settings.publicUrl);
    if (refused !== null) throw refusal(refused.status, 'not_our_page', refused.detail);
  }
}

const refusal = (status: number, reason: string, problem: string): HttpException => new HttpException({ problem, reason }, status);
