import { isEventType } from '@leadclock/domain/events/catalogue.js';
import { schemaDocument } from '@leadclock/domain/events/json-schema.js';
import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';

/** The contract of each event, for senders and their tools. */
@ApiTags('ingest')
@Controller('schemas')
export class SchemasController {
  @Get(':type/:version')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiOperation({ summary: 'the JSON Schema of the whole CloudEvent of a type' })
  @ApiParam({ name: 'type', example: 'lead.created' })
  @ApiParam({ name: 'version', example: '1' })
  @ApiOkResponse({ description: 'a JSON Schema' })
  schema(@Param('type') type: string, @Param('version') version: string): string {
    const document = isEventType(type) && /^\d{1,4}$/.test(version) ? schemaDocument(type, Number(version)) : null;
    if (document === null) throw new NotFoundException('there is no such type or version; EVENTS lists the types, all in version 1');
    return JSON.stringify(document);
  }
}
