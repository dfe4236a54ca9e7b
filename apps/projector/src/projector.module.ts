import { Module } from '@nestjs/common';
import { ProjectorService } from './projector.service.js';

/** From the log to the read model: the only writer of a set. */
@Module({ providers: [ProjectorService], exports: [ProjectorService] })
export class ProjectorModule {}
