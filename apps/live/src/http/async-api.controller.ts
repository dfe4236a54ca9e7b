import { asyncApiDocument } from '@leadclock/live-protocol/async-api.js';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

const document = JSON.stringify(asyncApiDocument());

/** The contract of the sockets, for programs that want to listen, too. */
@ApiTags('live')
@Controller('docs')
export class AsyncApiController {
  @Get('asyncapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({
    summary: 'the live streams as an AsyncAPI 3 document',
    description: 'What the sockets say and take: [/docs/asyncapi.json](/docs/asyncapi.json).',
  })
  @ApiOkResponse({ description: 'an AsyncAPI 3 document' })
  asyncApi(): string {
    return document;
  }
}
