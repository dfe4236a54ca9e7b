/** The door as the program runs it, on a log and a database that take everything at once: what is measured ends at the hand-over. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromDist } from './from-dist.mjs';
import { tellUsage } from './tell-usage.mjs';

const { createApp } = await fromDist('apps/leadclock/src/program/create-app.js');
const { createLogger } = await fromDist('libs/runtime/src/logger.js');
const { parseSettings } = await fromDist('libs/runtime/src/settings.js');

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(0));

const key = `lc_${'A'.repeat(43)}`;
const hash = createHash('sha256').update(key).digest('hex');
const dataSource = {
  query: async (sql) => (sql.includes('from api_key') ? [{ id: 'bench', hash, name: 'bench', role: 'sender', revoked: false }] : []),
  transaction: async (work) => work({ query: async (sql) => (sql.includes('lock') ? [{ mine: true }] : []) }),
};
const log = (topic, partitions) => ({
  topic,
  partitions,
  append: async () => undefined,
  ranges: async () => [],
  close: async () => undefined,
});

const { settings } = parseSettings({ LEADCLOCK_DATA: folder, PORT: '0' });
const app = await createApp(['ingest'], {
  settings,
  dataSource,
  eventsLog: log('leadclock.events', 12),
  configLog: log('leadclock.config', 1),
  logger: createLogger('warn'),
  clock: Date.now,
});
await app.listen(0, '127.0.0.1');
tellUsage({ port: app.getHttpServer().address().port, key });
