import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { watchNeighbours } from '../measure/machine.mjs';
import { cpuOf, cpuWithChildren } from '../measure/processes.mjs';
import { micros } from './catch-up.mjs';

const TICK_MS = 10;

/** Sends events at a steady rate to a projector that has caught up, and measures its CPU and PostgreSQL's until the last one is in. */
export async function steady({ servers, program, model, producer, topic, events, perSecond, already }) {
  const perTick = (perSecond * TICK_MS) / 1000;
  const neighbours = watchNeighbours({ pids: () => [program.pid, servers.kafkaPid], postgresPid: servers.postgresPid });
  const node = cpuOf(program.pid);
  const postgres = cpuWithChildren(servers.postgresPid);
  const began = performance.now();
  const flying = new Set();
  for (let sent = 0; sent < events.length; sent += perTick) {
    const late = began + (sent / perSecond) * 1000 - performance.now();
    if (late > 0) await pause(late);
    const sending = producer.send(topic, events.slice(sent, sent + perTick)).finally(() => flying.delete(sending));
    flying.add(sending);
  }
  await Promise.all(flying);
  const sentIn = (performance.now() - began) / 1000;
  await model.reach(already + events.length);
  const took = (performance.now() - began) / 1000;
  const nodeUs = micros(cpuOf(program.pid) - node, events.length);
  const postgresUs = micros(cpuWithChildren(servers.postgresPid) - postgres, events.length);
  return {
    sent_per_s: Math.round(events.length / sentIn),
    done_per_s: Math.round(events.length / took),
    node_us: nodeUs,
    postgres_us: postgresUs,
    us_per_event: Number((nodeUs + postgresUs).toFixed(1)),
    neighbours_cores: neighbours(),
  };
}
