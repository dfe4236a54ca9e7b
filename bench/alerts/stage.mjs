import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { gaugeOf } from '../measure/gauge.mjs';
import { memoryNow } from '../measure/processes.mjs';
import { startProgram } from '../measure/program.mjs';
import { catchUp } from '../projector/catch-up.mjs';
import { makeTopics } from '../projector/log.mjs';
import { newDatabase } from '../projector/read-model.mjs';
import { farLeads, leadsDue, passing, SCREEN } from './floor.mjs';
import { percentiles } from './percentiles.mjs';
import { openScreen } from './screen.mjs';
import { stream } from './stream.mjs';

const DUE_PER_SECOND = 200;
const WARM_UP_MS = 15_000;

/**
 * A floor on a database and a topic of its own, its clocks open. `floor`: its policies (`onePolicy`, `fiftyPolicies`); `perSecond`: events that pass;
 * `flags`: node's own.
 */
export async function openStage({ servers, producer, name, floor, clocks, perSecond, flags, together, say }) {
  const databaseUrl = await newDatabase(servers.databaseUrl, name);
  const leads = Math.ceil(clocks / floor.clocksOfFar);
  await makeTopics(servers.brokers, name);
  await producer.sendAll(`${name}.config`, floor.configuration(Date.now()), 1);
  await producer.sendAll(name, ofFloor(farLeads(leads, Date.now())));
  const { program, model, figures: caught } = await catchUp(servers, { name: `fill-${name}`, databaseUrl, topic: name, events: leads });
  say(`${name}: ${clocks} clocks are open: ${JSON.stringify(caught)}`);
  await program.stop();
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const set = await model.set();
  // a row of its own for each alert: that of the alert is written anew when it is confirmed or ends, and forgets when it was committed first
  await database.query(`create table bench_raised (id text);
    create function bench_raised() returns trigger language plpgsql as $$ begin insert into bench_raised values (new.id); return null; end $$;
    create trigger bench_raised after insert on alert for each row execute function bench_raised()`);
  return { databaseUrl, database, set, start, clocksRead, onTime, afterKill, close };

  async function close() {
    await model.close();
    await database.end();
  }

  function* ofFloor(events) {
    let i = 0;
    for (const event of events) yield floor.event(event, i++);
  }

  function start(process, only) {
    const environment = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: servers.brokers, KAFKA_TOPIC: name };
    const words = only === null ? ['start'] : ['start', '--only', only];
    return startProgram({ folder: servers.dataFolder(`${name}-${process}`), words, environment, flags });
  }

  /** Until the program holds all clocks. */
  async function clocksRead(url, at) {
    while (!((await gaugeOf(url, 'leadclock_alert_clocks')) >= at)) await pause(100);
  }

  /** Lateness of what falls due for so many seconds while events pass. */
  async function onTime(seconds) {
    const programs = together
      ? [await start('whole', null)]
      : [await start('projecting', 'projector'), await start('alerting', 'alerts'), await start('showing', 'live')];
    const alerting = programs[together ? 0 : 1];
    await clocksRead(alerting.url, clocks);
    const bytes = (await gaugeOf(alerting.url, 'leadclock_alert_clock_bytes')) / (await gaugeOf(alerting.url, 'leadclock_alert_clocks'));
    const screen = await openScreen(programs.at(-1).url, SCREEN);
    const figures = { memory_mb: programs.map(({ pid }) => memoryNow(pid)), bytes_per_clock: Number(bytes.toFixed(1)) };
    const from = Date.now() + WARM_UP_MS;
    const due = leadsDue({ count: DUE_PER_SECOND * seconds, perSecond: DUE_PER_SECOND, from, now: Date.now() });
    await producer.sendAll(name, ofFloor(due));
    // what arrives is answered ten seconds later
    const web = passing(10 * (perSecond / 2), 'web');
    let made = 0;
    const events = stream({ producer, topic: name, next: () => floor.event(web.next(), made++), perSecond });
    await pause(from - Date.now() + seconds * 1000 + 2_000);
    figures.passed = await events.stop();
    await producer.sendAll(name, web.rest());
    const since = (instant) => `(extract(epoch from ${instant} - due_at) * 1000)::float8`;
    const { rows } = await database.query(
      `select id, ${since('raised_at')} as decided, ${since('pg_xact_commit_timestamp(r.xmin)')} as committed
         from alert join bench_raised r using (id) where due_at >= to_timestamp($1 / 1000.0)`,
      [from],
    );
    const shown = await screen.seen();
    const delays = rows.flatMap(({ id }) => {
      const seen = shown.get(id);
      return seen === undefined ? [] : [seen.at - seen.due];
    });
    figures.decided_ms = percentiles(rows.map(({ decided }) => decided));
    figures.lateness_ms = percentiles(rows.map(({ committed }) => committed));
    figures.shown_ms = percentiles(delays);
    say(`${name}: ${JSON.stringify(figures)}`);
    for (const one of programs) await (flags.length > 0 ? one.stop() : one.kill());
    if (rows.length !== DUE_PER_SECOND * seconds) throw new Error(`${rows.length} alerts of ${DUE_PER_SECOND * seconds} were raised`);
    if (delays.length !== rows.length) throw new Error(`${delays.length} alerts of ${rows.length} were shown`);
    return figures;
  }

  /** What fell due while nothing ran is told as soon as a program runs again: ms from its start until the first, and until all. */
  async function afterKill() {
    const count = DUE_PER_SECOND;
    const from = Date.now() + 20_000;
    await producer.sendAll(name, ofFloor(leadsDue({ count, perSecond: DUE_PER_SECOND, from, now: Date.now(), name: 'overdue' })));
    const projector = await start('projector', 'projector');
    const waiting = async () =>
      (await database.query(`select count(*)::int as n from ${set}.deadline where lead like 'overdue%'`)).rows[0].n;
    while ((await waiting()) < count) await pause(100);
    await projector.kill();
    await pause(Math.max(0, from + 3_000 - Date.now()));
    const began = performance.now();
    const spawning = start('again', null);
    const told = async () => (await database.query(`select count(*)::int as n from alert where lead like 'overdue%'`)).rows[0].n;
    while ((await told()) === 0) await pause(20);
    const first = Math.round(performance.now() - began);
    const restarted = await spawning;
    while ((await told()) < count) await pause(20);
    const all = Math.round(performance.now() - began);
    say(`${name}: first overdue ${first} ms after the start, all ${count} after ${all} ms`);
    await restarted.stop();
    return { first, all };
  }
}
