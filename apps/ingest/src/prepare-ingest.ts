import type { EventLog } from '@leadclock/event-log/event-log.js';
import { Keyring } from '@leadclock/identity/keyring.js';
import { LocalToken } from '@leadclock/identity/local-token.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { CLOCK, type Clock, CONFIG_LOG, LOGGER, SETTINGS } from '@leadclock/runtime/tokens.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Relay } from './append/relay.js';
import { boardRoutes } from './boards/board-routes.js';
import { boardPaths } from './boards/openapi.js';
import { FeedKeeper } from './calendars/feed-keeper.js';
import { feedRoutes } from './calendars/feed-routes.js';
import { hoursRoutes } from './calendars/hours-routes.js';
import { calendarPaths } from './calendars/openapi.js';
import { uploadRoute } from './calendars/upload-route.js';
import { commandRoutes } from './commands/command-routes.js';
import { Commands } from './commands/commands.js';
import { commandPaths } from './commands/openapi.js';
import { Admission } from './door/admission.js';
import { Door } from './door/door.js';
import { type DoorRoutes, eventsRoute } from './door/door-routes.js';
import { apiKeyScheme, postEvents } from './door/openapi.js';
import { importRoute } from './import/import-route.js';
import { setPoliciesPath } from './policies/openapi.js';
import { policyRoutes } from './policies/policy-routes.js';
import { wayPaths } from './ways/openapi.js';
import { pushPaths } from './ways/push-openapi.js';
import { pushRoutes } from './ways/push-routes.js';
import { wayRoutes } from './ways/way-routes.js';

/** A megabyte comes by then over any line: who takes longer has gone, and Fastify would keep his room for ever. */
const BODY_WITHIN_MS = 60_000;

/**
 * Puts the routes of the door on an app that holds IngestModule. Each is a Fastify scope of its own: its body reader, limits and problem
 * documents touch no other route. Call it before `app.init()`/`app.listen()`, and before helmet or compress are registered.
 */
export async function prepareIngest(app: NestFastifyApplication): Promise<void> {
  const routes: DoorRoutes = {
    door: app.get(Door, { strict: false }),
    keyring: app.get(Keyring, { strict: false }),
    localToken: app.get(LocalToken, { strict: false }),
    admission: app.get(Admission, { strict: false }),
    logger: app.get<Logger>(LOGGER, { strict: false }),
  };
  const root: FastifyInstance = app.getHttpAdapter().getInstance();
  root.server.requestTimeout = BODY_WITHIN_MS;
  await root.register(async (scope) => eventsRoute(scope, routes));
  await root.register(async (scope) => importRoute(scope, routes));
  const commands = app.get(Commands, { strict: false });
  const settings = app.get<Settings>(SETTINGS, { strict: false });
  const { publicUrl } = settings;
  await root.register(async (scope) => commandRoutes(scope, { ...routes, commands, publicUrl }));
  const dataSource = app.get(DataSource, { strict: false });
  const clock = app.get<Clock>(CLOCK, { strict: false });
  await root.register(async (scope) => boardRoutes(scope, { ...routes, dataSource, clock, publicUrl }));
  const configLog = app.get<EventLog>(CONFIG_LOG, { strict: false });
  const relay = app.get(Relay, { strict: false });
  const setting = { dataSource, configLog, clock, publicUrl, onSpooled: () => relay.wake() };
  await root.register(async (scope) => policyRoutes(scope, { ...routes, ...setting }));
  const ways = { ...routes, dataSource, configLog, clock, settings, publicUrl };
  await root.register(async (scope) => wayRoutes(scope, ways));
  await root.register(async (scope) => pushRoutes(scope, ways));
  await root.register(async (scope) => hoursRoutes(scope, { ...routes, ...setting }));
  await root.register(async (scope) => uploadRoute(scope, { ...routes, ...setting }));
  const keeper = app.get(FeedKeeper, { strict: false });
  await root.register(async (scope) => feedRoutes(scope, { ...routes, ...setting, keeper }));
}

/** Adds the front door, which Nest does not see, to the OpenAPI document that SwaggerModule made. */
export function describeIngest(document: OpenAPIObject): OpenAPIObject {
  const { components } = document;
  return {
    ...document,
    paths: {
      ...document.paths,
      '/v1/events': { post: postEvents },
      ...commandPaths(),
      ...calendarPaths(document.paths),
      '/v1/boards/{board}': { ...document.paths['/v1/boards/{board}'], ...boardPaths },
      '/v1/policies': { ...document.paths['/v1/policies'], post: setPoliciesPath },
      ...wayPaths(document.paths),
      ...pushPaths,
    },
    components: { ...components, securitySchemes: { ...components?.securitySchemes, apiKey: apiKeyScheme } },
  };
}
