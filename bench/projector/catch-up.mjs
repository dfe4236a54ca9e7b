import { performance } from 'node:perf_hooks';
import { watchNeighbours } from '../measure/machine.mjs';
import { cpuOf, cpuWithChildren, peakMemory } from '../measure/processes.mjs';
import { startProgram } from '../measure/program.mjs';
import { openReadModel } from './read-model.mjs';

/** Starts a process that is the projector alone. */
export function startProjector(servers, { name, databaseUrl, topic, flags = [] }) {
  const environment = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: servers.brokers, KAFKA_TOPIC: topic };
  return startProgram({ folder: servers.dataFolder(name), words: ['start', '--only', 'projector'], environment, flags });
}

/**
 * Lets a new projector catch up. Measured from the first transaction that has passed `after` records to the last one, so that starting is not
 * counted; CPU of the projector's process and of all of PostgreSQL.
 */
export async function catchUp(servers, { name, databaseUrl, topic, events, after = 0, flags }) {
  const program = await startProjector(servers, { name, databaseUrl, topic, flags });
  const model = await openReadModel(databaseUrl);
  const look = () => ({
    at: performance.now(),
    node: cpuOf(program.pid),
    postgres: cpuWithChildren(servers.postgresPid),
    neighbours: watchNeighbours({ pids: () => [program.pid, servers.kafkaPid], postgresPid: servers.postgresPid }),
  });
  let from = null;
  try {
    await model.reach(events, (done) => {
      if (done > after) from ??= { done, ...look() };
    });
  } catch (error) {
    throw new Error(`${error.message}: ${program.log().slice(-3000)}`, { cause: error });
  }
  const to = look();
  const counted = events - from.done;
  const figures = {
    events_per_s: Math.round((counted / (to.at - from.at)) * 1000),
    node_us: micros(to.node - from.node, counted),
    postgres_us: micros(to.postgres - from.postgres, counted),
    peak_mb: peakMemory(program.pid),
    neighbours_cores: from.neighbours(),
  };
  return { program, model, figures };
}

export const micros = (seconds, events) => Number(((seconds * 1e6) / events).toFixed(1));
