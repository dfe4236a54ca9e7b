/**
 * Every aggregate of the catalogue by rep, 200 reps × 4 windows (24h, 7d, 28d, 90d; stocks as they stand), refreshed after one more fact.
 *   sql          times faster than asking SQL again for the same figures, over 1,000,000 facts in the database; all figures are compared
 *   http         how much of 50 ms one in a hundred answers of a live window, by two dimensions, takes over HTTP, with a new fact before each
 *   growth       what one more fact costs the figures at 10,000,000 facts, in times of what it costs at 100,000: the engine in memory, without a database
 * Beside them: bytes a fact, how soon the engine is ready, and how long the event loop stood still meanwhile.
 * usage: npm run bench -- kpi [--facts 1000000 (0: growth alone)] [--growth 100000,10000000 (0: none)] [--answers 600 (over HTTP)] [--gate]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { statementsOf } from './kpi/by-sql.mjs';
import { compare } from './kpi/compare.mjs';
import { factOf, kinds } from './kpi/floor-facts.mjs';
import { growth } from './kpi/growth.mjs';
import { overHttp } from './kpi/over-http.mjs';
import { plant, plantOne } from './kpi/plant.mjs';
import { aggregates, names, questionsOf, WINDOWS } from './kpi/questions.mjs';
import { built } from './measure/built.mjs';
import { machine } from './measure/machine.mjs';
import { percentile } from './measure/percentile.mjs';

const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { migrate } = await built('libs/read-model/src/migrate.js');
const { openInstallation } = await built('libs/read-model/src/installation.js');
const { LiveEngine } = await built('apps/live/src/engine/live-engine.js');

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '1000000' },
    growth: { type: 'string', default: '100000,10000000' },
    answers: { type: 'string', default: '600' },
    gate: { type: 'boolean', default: false },
  },
});
const FACTS = Number(values.facts);
const [FEW, MANY] = values.growth.split(',').map(Number);
const REPS = 200;
const ROUNDS = 3 * kinds.length;
const LEAST = { sql: 300 };
/** An answer of a live window over HTTP, and the longest that the loop of its process stands still. */
const SOON_MS = 50;
const MOST = { growth: 1.5, http: 1, http_stood_still: 1 };

const median = (of) => percentile(of, 0.5);
const round2 = (value) => Math.round(value * 100) / 100;
const said = [];

let { ratios, beside } = FACTS === 0 ? { ratios: {}, beside: {} } : await againstSql();
if (FEW > 0) {
  const { few, many, ratio, ratios: each, bytes } = growth(FEW, MANY, REPS);
  console.log(
    `in memory, one more fact: ${few.toFixed(3)} ms at ${FEW} facts, ${many.toFixed(3)} ms at ${MANY}, in turn ${each.map(round2).join(', ')} times as much (${bytes} bytes a fact, columns alone)`,
  );
  ratios = { ...ratios, growth: round2(ratio) };
  beside = { ...beside, growth_to: MANY, few_ms: round2(few), many_ms: round2(many) };
}
for (const [name, least] of Object.entries(LEAST))
  if (ratios[name] < least) said.push(`${name} is ${ratios[name]}, at least ${least} is wanted`);
for (const [name, most] of Object.entries(MOST))
  if (ratios[name] > most) said.push(`${name} is ${ratios[name]}, at most ${most} is wanted`);
for (const text of said) console.log(text);
console.log(JSON.stringify({ bench: 'kpi', ratios, beside, machine: machine() }));
if (values.gate && said.length > 0) process.exitCode = 1;

/** The engine on a database of so many facts, and SQL on the same. */
async function againstSql() {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
  const dataSource = await createDataSource(postgres.url).initialize();
  try {
    await migrate(dataSource);
    const { name: set, epoch } = await openInstallation(dataSource, { partitions: 12 });
    await plant(dataSource, set, { facts: FACTS, reps: REPS, now: Date.now() });
    const http = await answersOverHttp(dataSource, postgres.url, { set, epoch });
    const idle = memory();
    const engine = new LiveEngine(dataSource, questionsOf(), () => Date.now());
    const answers = () => new Map(names.map((name) => [name, engine.windows.groups(name)]));
    const { readySeconds, stoodStill } = await getReady(engine);
    const bytes = (memory() - idle) / engine.windows.store.size;
    const columns = engine.windows.memory / engine.windows.store.size;
    console.log(
      `ready with ${engine.windows.store.size} facts in ${names.length} figures after ${readySeconds.toFixed(1)} s (the loop stood still for ${stoodStill} ms at most), ${bytes.toFixed(0)} bytes a fact (columns and queue ${columns.toFixed(0)})`,
    );
    const live = [];
    const alone = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await plantOne(dataSource, { set, epoch, fact: factOf(kinds[round % kinds.length], 1e9 + round, Date.now() - 4_000_000, REPS) });
      const began = performance.now();
      await engine.follow();
      engine.advance();
      const followed = performance.now();
      answers();
      alone.push(performance.now() - followed);
      live.push(performance.now() - began);
    }
    const { ms: sql, ways } = await askSql(dataSource, set, engine.windows.asOf, answers());
    console.log(
      `one more fact: ${median(live).toFixed(2)} ms live (figures alone ${median(alone).toFixed(2)}), ${sql.toFixed(0)} ms by SQL (${ways})`,
    );
    return {
      ratios: { sql: Math.round(sql / median(live)), ...http.ratios },
      beside: {
        ...http.beside,
        facts: FACTS,
        figures: names.length,
        sql_ms: Math.round(sql),
        live_ms: round2(median(live)),
        live_p95_ms: round2(percentile(live, 0.95)),
        figures_ms: round2(median(alone)),
        bytes_per_fact: Math.round(bytes),
        ready_s: round2(readySeconds),
        stood_still_ms: stoodStill,
      },
    };
  } finally {
    await dataSource.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a client of the live app waits, once its questions are live, and what it waited before. */
async function answersOverHttp(dataSource, url, at) {
  const rounds = Number(values.answers);
  if (rounds === 0) return { ratios: {}, beside: {} };
  const { ms, first, readySeconds, loading, answering, bytes, rss } = await overHttp(dataSource, url, { ...at, reps: REPS, rounds });
  const p99 = percentile(ms, 0.99);
  const stoodStill = Math.max(loading, answering);
  console.log(
    `over HTTP: ${median(ms).toFixed(1)} ms, ${p99.toFixed(1)} of 99 in 100 (${Math.round(bytes / 1000)} kB each); live after ${readySeconds.toFixed(1)} s, ` +
      `${median(first).toFixed(0)} ms each until then; the loop stood still for ${loading.toFixed(0)} ms at most while it read, ${answering.toFixed(0)} while it answered`,
  );
  return {
    ratios: { http: round2(p99 / SOON_MS), http_stood_still: round2(stoodStill / SOON_MS) },
    beside: {
      http_ms: round2(median(ms)),
      http_p99_ms: round2(p99),
      http_max_ms: round2(Math.max(...ms)),
      http_before_ms: round2(median(first)),
      http_ready_s: round2(readySeconds),
      http_stood_still_ms: [round2(loading), round2(answering)],
      http_kb: Math.round(bytes / 1000),
      http_rss_mb: Math.round(rss / 1e6),
    },
  };
}

/** Reads everything and answers once. How long the loop stood still at most is of both. */
async function getReady(engine) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  await engine.follow();
  // as boards take questions up: the first answers sort, one figure after the other
  for (const name of names) {
    engine.windows.groups(name);
    await letOthersRun();
  }
  delay.disable();
  return { readySeconds: (performance.now() - started) / 1000, stoodStill: Math.round(delay.max / 1e6) };
}

/** All figures by SQL, each in whichever way is faster; and what they say must be what the live ones say. */
async function askSql(dataSource, set, asOf, told) {
  let ms = 0;
  let together = 0;
  for (const { name } of aggregates) {
    const ways = statementsOf(name, { set, asOf, windows: WINDOWS });
    const [inOne, oneEach] = [await timed(dataSource, ways.together), ways.each.length === 1 ? null : await timed(dataSource, ways.each)];
    compare(name, told, inOne.rows);
    const isTogether = oneEach === null || inOne.took <= oneEach.took;
    if (isTogether) together += 1;
    ms += isTogether ? inOne.took : oneEach.took;
  }
  return { ms, ways: `${together} of ${aggregates.length} figures with all windows in one statement` };
}

/** Sorts in memory, on as many cores as PostgreSQL likes; the better of two runs. */
async function timed(dataSource, statements) {
  let best = null;
  for (let run = 0; run < 2; run += 1) {
    const began = performance.now();
    const rows = [];
    await dataSource.transaction(async (em) => {
      await em.query(`set local work_mem = '512MB'`);
      for (const statement of statements) rows.push(...(await em.query(statement)));
    });
    const took = performance.now() - began;
    if (best === null || took < best.took) best = { took, rows };
  }
  return best;
}

function memory() {
  for (let i = 0; i < 4; i += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
