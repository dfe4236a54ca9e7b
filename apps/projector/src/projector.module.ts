import { Module } from '@nestjs/common';

/** From the log to the read model: the only writer of a set. */
@Module({})
export class ProjectorModule {}
