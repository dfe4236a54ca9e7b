import { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import { parseSettings } from '@leadclock/runtime/settings.js';
import { CLOCK, DATABASE_CLOCK, LOGGER, SETTINGS } from '@leadclock/runtime/tokens.js';
import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { LiveModule } from '../live.module.js';
import { prepareLive } from '../prepare-live.js';
import { DEMO } from '../tokens.js';
import { REPLAY_LIMITS, type ReplayLimits, replayLimits } from '../what-if/replay-limits.js';

/** A clock that goes where the story says. */
export class StoryClock {
  constructor(public now: number) {}
  readonly read = (): number => this.now;
}

@Global()
@Module({})
class Parts {}

export interface LiveApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly readiness: Readiness;
  close(): Promise<void>;
}

/** The live app alone, on a read model and a clock of the story's. */
export async function startLiveApp(
  dataSource: DataSource,
  clock: StoryClock,
  webFolder: string | null = null,
  limits: ReplayLimits = replayLimits,
): Promise<LiveApp> {
  const readiness = new Readiness();
  const parsed = parseSettings({});
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  const providers = [
    { provide: SETTINGS, useValue: parsed.settings },
    { provide: DataSource, useValue: dataSource },
    { provide: CLOCK, useValue: clock.read },
    { provide: DATABASE_CLOCK, useValue: new DatabaseClock(clock.read, async () => clock.now) },
    { provide: LOGGER, useValue: createLogger('fatal') },
    { provide: Readiness, useValue: readiness },
    { provide: DEMO, useValue: false },
  ];
  const testing = await Test.createTestingModule({
    imports: [{ module: Parts, global: true, providers, exports: providers }, LiveModule],
  })
    .overrideProvider(REPLAY_LIMITS)
    .useValue(limits)
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ forceCloseConnections: true }), {
    forceCloseConnections: true,
  });
  await prepareLive(app, { publicUrl: null, webFolder });
  await app.listen(0, '127.0.0.1');
  return { app, readiness, url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), close: () => app.close() };
}
