import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Module } from '@nestjs/common';
import { buildName } from './build-name.js';
import { LiveClock } from './engine/live-clock.js';
import { KpisController } from './http/kpis.controller.js';
import { LeadsController } from './http/leads.controller.js';
import { BUILD, LIVE_CLOCK } from './tokens.js';
import { WallGateway } from './wall/wall.gateway.js';
import { WallService } from './wall/wall.service.js';

/** The way out: KPIs and leads over HTTP, and the live wall over sockets. Reads the read model, writes nothing. */
@Module({
  controllers: [KpisController, LeadsController],
  providers: [
    WallService,
    WallGateway,
    { provide: LIVE_CLOCK, useFactory: (clock: Clock) => new LiveClock(clock), inject: [CLOCK] },
    { provide: BUILD, useFactory: buildName },
  ],
})
export class LiveModule {}
