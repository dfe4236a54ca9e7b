import { Module } from '@nestjs/common';

/** The way in: `POST /v1/events`, the import of files, JSON Schemas; hands what it accepts to the log, else to the spool. */
@Module({})
export class IngestModule {}
