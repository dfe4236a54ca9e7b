import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built, dist } from '../measure/built.mjs';
import { startProgram } from '../measure/program.mjs';
import { makeTopics } from '../projector/log.mjs';

const TOPIC = 'path';

/** The pages as they are shipped. */
export function havePages() {
  if (existsSync(path.join(dist, 'web', 'me.html'))) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', '--silent', 'build:web'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the pages cannot be built');
}

/** The whole program on a real Apache Kafka and the PostgreSQL that it brings, which notes here besides when each transaction was committed. */
export async function startFloor() {
  const { startKafka } = await built('tools/kafka/start-kafka.js');
  const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-path-'));
  const closers = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const kafka = await startKafka({ dir: path.join(folder, 'kafka') });
    closers.push(() => kafka.stop());
    await makeTopics(kafka.brokers, TOPIC);
    const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), flags: ['track_commit_timestamp=on'] });
    closers.push(() => postgres.stop());
    const data = path.join(folder, 'data');
    const environment = { KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC: TOPIC, DATABASE_URL: postgres.url };
    const program = await startProgram({ folder: data, environment });
    closers.push(() => program.stop());
    return {
      url: program.url,
      key: readFileSync(path.join(data, 'api.key'), 'utf8').trim(),
      databaseUrl: postgres.url,
      pids: { program: program.pid, kafka: kafka.pid },
      postgresPid: postgres.pid,
      log: program.log,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
