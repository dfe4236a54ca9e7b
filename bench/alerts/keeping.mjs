import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuOf } from '../measure/processes.mjs';
import { passing } from './floor.mjs';
import { stream } from './stream.mjs';

const SECONDS = 40;
/**
 * The process runs for months: what Node compiles while it is new is not in it. It has used some 3 s of CPU by then, the peers more than 4 when they are
 * measured: in its first minute it costs a third more.
 */
const SETTLE_MS = 120_000;

/**
 * What it costs to keep clocks in step with what passes: CPU of a process that is the alerts alone, and of its own connections in PostgreSQL, for
 * each clock that was armed and cancelled. That the projector writes the deadline with its lead is not in it.
 */
export async function keepingCost({ producer, topic, database, set, start, clocksRead, perSecond }) {
  const projector = await start('projector', 'projector');
  const alerts = await start('alerts', 'alerts');
  await clocksRead(alerts.url, 1);
  const own = await backends(database);
  const events = stream({ producer, topic, next: passing(perSecond, 'kept').next, perSecond });
  await pause(SETTLE_MS);
  // by what was projected: a projector that is behind on a busy machine would make clocks look cheap
  const read = async () => (await database.query(`select sum(next_offset)::float8 as read from ${set}.checkpoint`)).rows[0].read;
  const look = async () => ({ read: await read(), node: cpuOf(alerts.pid), postgres: own.reduce((sum, pid) => sum + cpuOf(pid), 0) });
  const [from, began] = [await look(), performance.now()];
  await pause(SECONDS * 1000);
  const to = await look();
  const clocks = (to.read - from.read) / 2;
  const micros = (part) => Number((((to[part] - from[part]) / clocks) * 1e6).toFixed(1));
  const figures = {
    us_per_clock: Number((micros('node') + micros('postgres')).toFixed(1)),
    node_us: micros('node'),
    postgres_us: micros('postgres'),
    clocks_per_s: Math.round(clocks / ((performance.now() - began) / 1000)),
  };
  await events.stop();
  await alerts.stop();
  await projector.stop();
  return figures;
}

async function backends(database) {
  const { rows } = await database.query(
    `select pid from pg_stat_activity where application_name = 'leadclock alerts' and datname = current_database()`,
  );
  return rows.map(({ pid }) => pid);
}
