import path from 'node:path';
import { describeIngest, prepareIngest } from '@leadclock/ingest/prepare-ingest.js';
import { prepareLive } from '@leadclock/live/prepare-live.js';
import { NestLogger } from '@leadclock/runtime/logger.js';
import { collectProcessMetrics } from '@leadclock/runtime/process-metrics.js';
import type { RuntimeParts } from '@leadclock/runtime/runtime.module.js';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { LogController } from 'fastify';
import type { AppName } from './app-names.js';
import { LeadclockModule } from './leadclock.module.js';
import { ROOT } from './root.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** An id has up to 200 characters, each of which an address may write as twelve. */
const LONGEST_ID_IN_ADDRESS = 2_400;

/** The program as one Nest application on Fastify: the door, the projector and the screens, as far as they are asked for. */
export async function createApp(apps: readonly AppName[], parts: RuntimeParts, demo = false): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: LONGEST_ID_IN_ADDRESS },
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(LeadclockModule.of(apps, parts, demo), adapter, {
    logger: new NestLogger(parts.logger),
    forceCloseConnections: true,
    abortOnError: false,
  });
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  collectProcessMetrics();
  if (apps.includes('ingest')) await prepareIngest(app);
  if (apps.includes('live')) await prepareLive(app, { publicUrl: parts.settings.publicUrl, webFolder: WEB_FOLDER });
  const described = new DocumentBuilder()
    .setTitle('Leadclock')
    .setDescription('Events in, exact and explainable KPIs out.')
    .setVersion('1');
  SwaggerModule.setup('docs', app, () => describeIngest(SwaggerModule.createDocument(app, described.build())), {
    jsonDocumentUrl: 'docs/openapi.json',
  });
  return app;
}

/** The built screens lie beside the built program; started from the sources (tests) they are there all the same. */
const WEB_FOLDER = path.join(ROOT, 'dist', 'web');
