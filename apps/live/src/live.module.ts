import { Module } from '@nestjs/common';

/** The way out: KPIs and leads over HTTP, and the live wall over sockets. Reads the read model, writes nothing. */
@Module({})
export class LiveModule {}
