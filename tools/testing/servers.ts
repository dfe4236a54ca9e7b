import path from 'node:path';
import { startBrowser } from './browser.js';
import { startPostgres } from '@leadclock/runtime/postgres/start-postgres.js';

export interface Servers {
  stop(): Promise<void>;
}

/** Starts the servers that tests share and says where they are in DATABASE_URL, KAFKA_BROKERS and BROWSER_WS. */
export async function startServersOf(folder: string): Promise<Servers> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    // nothing here outlives the run, so nothing needs to reach the disk
    const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), flags: ['fsync=off', 'full_page_writes=off', 'max_connections=200'] });
    stops.push(postgres.stop);
    process.env['DATABASE_URL'] = postgres.url;
    const browser = await startBrowser();
    stops.push(() => browser.close());
    process.env['BROWSER_WS'] = browser.wsEndpoint();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
