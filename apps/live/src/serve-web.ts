import { existsSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Pages by name; nothing else falls back to one, so an unknown path stays a JSON 404. */
const pages: Readonly<Record<string, string>> = {
  '/wall': 'wall.html',
  '/me': 'me.html',
  '/team': 'team.html',
  '/kpis': 'kpis.html',
  '/kpis/:kpi': 'kpis.html',
  '/boards': 'kpis.html',
  '/boards/:board': 'kpis.html',
  '/alerts': 'alerts.html',
  '/alerts/:place': 'alerts.html',
};
const front = '/wall';

/** What a page may load: only what we serve. React Aria and Swagger put styles into the page. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'connect-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'script-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  },
};

/** Secure headers and compression for all that is served, and the built screens where there are any. */
export async function serveWeb(app: NestFastifyApplication, folder: string | null): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy, hsts: false, crossOriginOpenerPolicy: false });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  if (folder === null || !existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: path.resolve(folder),
    prefix: '/',
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      void reply.header('cache-control', /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const http = app.getHttpAdapter().getInstance();
  for (const [page, file] of Object.entries(pages)) http.get(page, (_request, reply) => reply.sendFile(file));
  http.get('/', (_request, reply) => reply.redirect(front, 302));
}
