import { Keyring } from '@leadclock/identity/keyring.js';
import { CLOCK, type Clock } from '@leadclock/runtime/tokens.js';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BoardsService } from './boards/boards.service.js';
import { buildName } from './build-name.js';
import { AsyncApiController } from './http/async-api.controller.js';
import { BoardsController } from './http/boards.controller.js';
import { CalendarsController } from './http/calendars.controller.js';
import { DisputesController } from './http/disputes.controller.js';
import { JourneyController } from './http/journey.controller.js';
import { KpiBackgroundController } from './http/kpi-background.controller.js';
import { KpisController } from './http/kpis.controller.js';
import { LeadsController } from './http/leads.controller.js';
import { OddDataController } from './http/odd-data.controller.js';
import { PoliciesController } from './http/policies.controller.js';
import { PolicyChoicesController } from './http/policy-choices.controller.js';
import { QuestionsController } from './http/questions.controller.js';
import { RatesController } from './http/rates.controller.js';
import { StaffingController } from './http/staffing.controller.js';
import { WaysController } from './http/ways.controller.js';
import { WhatIfController } from './http/what-if.controller.js';
import { BUILD } from './tokens.js';
import { WallGateway } from './wall/wall.gateway.js';
import { WallService } from './wall/wall.service.js';
import { REPLAY_LIMITS, replayLimits } from './what-if/replay-limits.js';

/** Who may see a person's details beside our own pages. */
const keyring = {
  provide: Keyring,
  inject: [DataSource, CLOCK],
  useFactory: async (dataSource: DataSource, clock: Clock) => {
    const keys = new Keyring(dataSource, clock);
    await keys.load();
    return keys;
  },
};

/** The way out: KPIs and leads over HTTP, and the live wall over sockets. Reads the read model, writes nothing. */
@Module({
  controllers: [
    KpisController,
    KpiBackgroundController,
    JourneyController,
    RatesController,
    OddDataController,
    BoardsController,
    QuestionsController,
    LeadsController,
    DisputesController,
    PoliciesController,
    WaysController,
    PolicyChoicesController,
    WhatIfController,
    CalendarsController,
    StaffingController,
    AsyncApiController,
  ],
  providers: [
    WallService,
    WallGateway,
    BoardsService,
    { provide: BUILD, useFactory: buildName },
    { provide: REPLAY_LIMITS, useValue: replayLimits },
    keyring,
  ],
})
export class LiveModule {}
