/**
 * Alerts on real parts: Apache Kafka, PostgreSQL with fsync, the program's own processes. A million clocks are open and 2,000 events pass a second,
 * each of which arms a clock or cancels one, while 200 leads a second fall due.
 *   lateness_p99_ms            from a deadline until its alert is committed: at most 50
 *   shown_p99_ms               from a deadline until a socket client has it: at most 150
 *   pgboss_cpu                 CPU of arming and cancelling a clock with pg-boss / ours: at least 30
 *   restart_first_overdue_ms   from the start of a killed program until the first alert of what fell due meanwhile: at most 5,000
 * usage: npm run bench -- alerts [--gate] [--clocks 1000000] [--seconds 60] [--together] [--cpu-prof FOLDER]
 * The projector, the alerts and the live screens are processes of their own, as the README advises for so many events; --together: all in one.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { configuration, farLeads, leadsDue, passing, SCREEN } from './alerts/floor.mjs';
import { keepingCost } from './alerts/keeping.mjs';
import { percentiles } from './alerts/percentiles.mjs';
import { openScreen } from './alerts/screen.mjs';
import { stream } from './alerts/stream.mjs';
import { gaugeOf } from './measure/gauge.mjs';
import { machine } from './measure/machine.mjs';
import { memoryNow } from './measure/processes.mjs';
import { runNode, startProgram } from './measure/program.mjs';
import { catchUp } from './projector/catch-up.mjs';
import { makeTopics, openProducer } from './projector/log.mjs';
import { newDatabase } from './projector/read-model.mjs';
import { startServers } from './projector/servers.mjs';

const limits = { lateness_p99_ms: 50, shown_p99_ms: 150, restart_first_overdue_ms: 5000 };
const PGBOSS_AT_LEAST = 30;
const EVENTS_PER_SECOND = 2000;
const DUE_PER_SECOND = 200;
/** What arrives is answered ten seconds later. */
const LAG = 10 * (EVENTS_PER_SECOND / 2);
const WARM_UP_MS = 15_000;
const TOPIC = 'alerts';

const { values } = parseArgs({
  options: {
    gate: { type: 'boolean', default: false },
    together: { type: 'boolean', default: false },
    clocks: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '60' },
    'cpu-prof': { type: 'string' },
  },
});
const CLOCKS = Number(values.clocks);
const SECONDS = Number(values.seconds);
const flags = values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-prof']}`] : [];
const say = (text) => process.stderr.write(`${text}\n`);

const servers = await startServers({ flags: ['track_commit_timestamp=on'] });
const ratios = {};
const figures = { machine: machine(), clocks: CLOCKS };
let producer;
let model;
let database;
try {
  producer = await openProducer(servers.brokers);
  const databaseUrl = await newDatabase(servers.databaseUrl, TOPIC);
  model = await openClocks(databaseUrl);
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await onTime(databaseUrl);
  await afterKill(databaseUrl, await model.set());
  await keeping(databaseUrl);
} finally {
  await model?.close();
  await database?.end();
  await producer?.close();
  await servers.stop();
}
figures.machine.load_after = machine().load;
process.stdout.write(`${JSON.stringify({ bench: 'alerts', ratios, figures })}\n`);
const missed = Object.keys(limits).filter((name) => !(ratios[name] <= limits[name]));
if (!(ratios.pgboss_cpu >= PGBOSS_AT_LEAST)) missed.push('pgboss_cpu');
for (const name of missed) say(`${name} is ${ratios[name]}, its limit ${limits[name] ?? PGBOSS_AT_LEAST}`);
if (values.gate && missed.length > 0) process.exitCode = 1;

/** Fills the log with leads whose clocks stay open, and lets the projector take them in. */
async function openClocks(databaseUrl) {
  await makeTopics(servers.brokers, TOPIC);
  await producer.sendAll(`${TOPIC}.config`, configuration(Date.now()), 1);
  await producer.sendAll(TOPIC, farLeads(CLOCKS, Date.now()));
  const { program, model: opened, figures: caught } = await catchUp(servers, { name: 'fill', databaseUrl, topic: TOPIC, events: CLOCKS });
  say(`${CLOCKS} clocks are open: ${JSON.stringify(caught)}`);
  await program.stop();
  return opened;
}

function start(name, only, databaseUrl) {
  const environment = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: servers.brokers, KAFKA_TOPIC: TOPIC };
  const words = only === null ? ['start'] : ['start', '--only', only];
  return startProgram({ folder: servers.dataFolder(name), words, environment, flags });
}

/** Until the program holds all clocks. */
async function clocksRead(url, at) {
  while (!((await gaugeOf(url, 'leadclock_alert_clocks')) >= at)) await pause(100);
}

async function onTime(databaseUrl) {
  const programs = values.together
    ? [await start('whole', null, databaseUrl)]
    : [
        await start('projecting', 'projector', databaseUrl),
        await start('alerting', 'alerts', databaseUrl),
        await start('showing', 'live', databaseUrl),
      ];
  const alerting = programs[values.together ? 0 : 1];
  const showing = programs.at(-1);
  await clocksRead(alerting.url, CLOCKS);
  const screen = await openScreen(showing.url, SCREEN);
  figures.memory_mb = programs.map(({ pid }) => memoryNow(pid));

  const from = Date.now() + WARM_UP_MS;
  await producer.sendAll(TOPIC, leadsDue({ count: DUE_PER_SECOND * SECONDS, perSecond: DUE_PER_SECOND, from, now: Date.now() }));
  const web = passing(LAG, 'web');
  const events = stream({ producer, topic: TOPIC, next: web.next, perSecond: EVENTS_PER_SECOND });
  await pause(from - Date.now() + SECONDS * 1000 + 2_000);
  figures.passed = await events.stop();
  await producer.sendAll(TOPIC, web.rest());

  const since = (instant) => `(extract(epoch from ${instant} - due_at) * 1000)::float8`;
  const { rows } = await database.query(
    `select id, ${since('raised_at')} as decided, ${since('pg_xact_commit_timestamp(xmin)')} as committed
       from alert where due_at >= to_timestamp($1 / 1000.0)`,
    [from],
  );
  const delays = rows.flatMap(({ id }) => {
    const seen = screen.shown.get(id);
    return seen === undefined ? [] : [seen.at - seen.due];
  });
  figures.decided_ms = percentiles(rows.map(({ decided }) => decided));
  figures.lateness_ms = percentiles(rows.map(({ committed }) => committed));
  figures.shown_ms = percentiles(delays);
  say(
    `decided ${JSON.stringify(figures.decided_ms)}, raised ${JSON.stringify(figures.lateness_ms)}, shown ${JSON.stringify(figures.shown_ms)}`,
  );
  screen.close();
  for (const one of programs) await (flags.length > 0 ? one.stop() : one.kill());
  if (rows.length !== DUE_PER_SECOND * SECONDS) throw new Error(`${rows.length} alerts of ${DUE_PER_SECOND * SECONDS} were raised`);
  if (delays.length !== rows.length) throw new Error(`${delays.length} alerts of ${rows.length} were shown`);
  ratios.lateness_p99_ms = figures.lateness_ms.p99;
  ratios.shown_p99_ms = figures.shown_ms.p99;
}

/** What fell due while nothing ran is told as soon as a program runs again. */
async function afterKill(databaseUrl, set) {
  const overdue = DUE_PER_SECOND;
  await producer.sendAll(
    TOPIC,
    leadsDue({ count: overdue, perSecond: DUE_PER_SECOND, from: Date.now() + 20_000, now: Date.now(), name: 'overdue' }),
  );
  const projector = await start('projector', 'projector', databaseUrl);
  const waiting = async () => (await database.query(`select count(*)::int as n from ${set}.deadline where lead like 'overdue%'`)).rows[0].n;
  while ((await waiting()) < overdue) await pause(100);
  await projector.kill();
  await pause(23_000);
  const began = performance.now();
  const spawning = start('again', null, databaseUrl);
  const told = async () => (await database.query(`select count(*)::int as n from alert where lead like 'overdue%'`)).rows[0].n;
  while ((await told()) === 0) await pause(20);
  ratios.restart_first_overdue_ms = Math.round(performance.now() - began);
  const program = await spawning;
  while ((await told()) < overdue) await pause(20);
  figures.restart_all_overdue_ms = Math.round(performance.now() - began);
  say(`first overdue ${ratios.restart_first_overdue_ms} ms after the start, all ${overdue} after ${figures.restart_all_overdue_ms} ms`);
  await program.stop();
}

async function keeping(databaseUrl) {
  figures.keeping = await keepingCost({
    producer,
    topic: TOPIC,
    databaseUrl,
    database,
    start,
    clocksRead,
    perSecond: EVENTS_PER_SECOND,
  });
  say(`keeping ${JSON.stringify(figures.keeping)}`);
  const side = new URL('./alerts/pgboss-side.mjs', import.meta.url).pathname;
  figures.pgboss = await runNode([side, await newDatabase(servers.databaseUrl, 'pgboss'), String(servers.postgresPid), '4000']);
  say(`pg-boss ${JSON.stringify(figures.pgboss)}`);
  ratios.pgboss_cpu = Number((figures.pgboss.one_by_one_us / figures.keeping.us_per_clock).toFixed(1));
}
