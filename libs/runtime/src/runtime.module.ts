import type { EventLog } from '@leadclock/event-log/event-log.js';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { DatabaseClock } from './database-clock.js';
import { OperationsController } from './operations.controller.js';
import { Readiness } from './readiness.js';
import type { Settings } from './settings.js';
import { CLOCK, type Clock, CONFIG_LOG, DATABASE_CLOCK, EVENTS_LOG, LOGGER, SETTINGS } from './tokens.js';

/** The parts that every app of one process shares; opened and closed by whoever composes the program. */
export interface RuntimeParts {
  readonly settings: Settings;
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly logger: Logger;
  readonly clock: Clock;
  /** asks the database for its time, epoch milliseconds */
  readonly askDatabaseTime: (dataSource: DataSource) => Promise<number>;
}

/** Hands the shared parts to every module, and answers health, readiness and metrics. */
@Module({})
export class RuntimeModule {
  static with(parts: RuntimeParts): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: parts.settings },
      { provide: DataSource, useValue: parts.dataSource },
      { provide: EVENTS_LOG, useValue: parts.eventsLog },
      { provide: CONFIG_LOG, useValue: parts.configLog },
      { provide: LOGGER, useValue: parts.logger },
      { provide: CLOCK, useValue: parts.clock },
      { provide: DATABASE_CLOCK, useValue: new DatabaseClock(parts.clock, parts.askDatabaseTime) },
      Readiness,
    ];
    return { module: RuntimeModule, global: true, controllers: [OperationsController], providers, exports: providers };
  }
}
