import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dist } from '../measure/built.mjs';
import { startProgram } from '../measure/program.mjs';
import { makeTopics } from '../projector/log.mjs';
import { startServers } from '../projector/servers.mjs';

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
  const servers = await startServers({ flags: ['track_commit_timestamp=on'] });
  try {
    const { brokers, databaseUrl } = servers;
    await makeTopics(brokers, TOPIC);
    const environment = { KAFKA_BROKERS: brokers, KAFKA_TOPIC: TOPIC, DATABASE_URL: databaseUrl };
    const program = await startProgram({ folder: servers.dataFolder('data'), environment });
    return {
      url: program.url,
      key: program.key(),
      databaseUrl,
      pids: { program: program.pid, kafka: servers.kafkaPid },
      postgresPid: servers.postgresPid,
      log: program.log,
      stop: async () => {
        await program.stop();
        await servers.stop();
      },
    };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}
