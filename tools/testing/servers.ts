import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '@leadclock/runtime/postgres/start-postgres.js';
import { plantPostgres } from '@leadclock/runtime/testing/planted-postgres.js';
import { startKafkaIfPossible } from '../kafka/start-kafka.js';
import { startBrowser } from './browser.js';

export interface Servers {
  stop(): Promise<void>;
}

/** Parts that must be there: TESTS_REQUIRE=kafka,browser makes a test that would be skipped for want of them a failure. */
const required = (part: string): boolean => (process.env['TESTS_REQUIRE'] ?? '').split(',').includes(part);

/**
 * Starts the servers that tests share and says where they are in DATABASE_URL, KAFKA_BROKERS and BROWSER_WS; POSTGRES_TEMPLATE is the folder of a server
 * that tests copy. PAGES_FOLDER is where tests share built pages: whoever has just built them says so.
 */
export async function startServersOf(folder: string): Promise<Servers> {
  const stops: (() => Promise<void>)[] = [];
  process.env['PAGES_FOLDER'] ??= path.join(folder, 'pages');
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    process.env['POSTGRES_TEMPLATE'] = await postgresTemplate(path.join(folder, 'template'));
    plantPostgres(path.join(folder, 'postgres'));
    const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), flags: ['max_connections=200'] });
    stops.push(() => postgres.stop());
    process.env['DATABASE_URL'] = postgres.url;
    stops.push(await browserFor());
    stops.push(await kafkaFor(path.join(folder, 'kafka')));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** The folder of a server that was started once and ended well. Nothing here outlives the run, so nothing needs to reach the disk. */
async function postgresTemplate(folder: string): Promise<string> {
  await (await startPostgres({ folder, flags: ['fsync=off'] })).stop();
  appendFileSync(path.join(folder, 'postgresql.conf'), 'fsync = off\nfull_page_writes = off\n');
  return folder;
}

async function browserFor(): Promise<() => Promise<void>> {
  try {
    const browser = await startBrowser();
    process.env['BROWSER_WS'] = browser.wsEndpoint();
    return () => browser.close();
  } catch (error) {
    if (required('browser')) throw error;
    process.stderr.write(`tests in a browser are skipped: ${error instanceof Error ? error.message : String(error)}\n`);
    return () => Promise.resolve();
  }
}

async function kafkaFor(folder: string): Promise<() => Promise<void>> {
  if (process.env['KAFKA_BROKERS']) return () => Promise.resolve();
  const kafka = await startKafkaIfPossible({ dir: folder });
  if (kafka) {
    process.env['KAFKA_BROKERS'] = kafka.brokers;
    return () => kafka.stop();
  }
  const why = 'Java 17 and Maven are not here and KAFKA_BROKERS is not set';
  if (required('kafka')) throw new Error(`tests on Apache Kafka are required: ${why}`);
  process.stderr.write(`tests on Apache Kafka are skipped: ${why}\n`);
  return () => Promise.resolve();
}
