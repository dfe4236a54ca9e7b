import { Module } from '@nestjs/common';
import { buildName } from './build-name.js';
import { KpisController } from './http/kpis.controller.js';
import { LeadsController } from './http/leads.controller.js';
import { BUILD } from './tokens.js';
import { WallGateway } from './wall/wall.gateway.js';
import { WallService } from './wall/wall.service.js';

/** The way out: KPIs and leads over HTTP, and the live wall over sockets. Reads the read model, writes nothing. */
@Module({
  controllers: [KpisController, LeadsController],
  providers: [WallService, WallGateway, { provide: BUILD, useFactory: buildName }],
})
export class LiveModule {}
