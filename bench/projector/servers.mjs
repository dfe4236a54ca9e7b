import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built } from '../measure/built.mjs';

/**
 * A real Kafka and a real PostgreSQL as the product starts it, fsync and all, in a temporary folder that goes when they stop. `flags`: settings of
 * PostgreSQL besides.
 */
export async function startServers({ flags = [] } = {}) {
  const { startKafka } = await built('tools/kafka/start-kafka.js');
  const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const closers = [remove];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const kafka = await startKafka({ dir: path.join(folder, 'kafka') });
    closers.push(() => kafka.stop());
    const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), flags });
    closers.push(() => postgres.stop());
    return {
      brokers: kafka.brokers,
      databaseUrl: postgres.url,
      kafkaPid: kafka.pid,
      postgresPid: postgres.pid,
      dataFolder: (name) => {
        mkdirSync(path.join(folder, name), { recursive: true });
        return path.join(folder, name);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
