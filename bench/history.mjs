/**
 * Questions about the past over a table of 1,000,000 facts, by two dimensions: what GET /v1/kpis/:kpi does (question, snapshot, answer), and one each of
 * its /trend and /compare, against SQL that somebody writes by hand for that one question on the same PostgreSQL. Both say the same, or the bench
 * fails. Beside it: bytes that a fact takes in the table and its indexes, and how far the program's memory rises over an answer.
 * usage: npm run bench -- history [--gate] [--rounds 11] [--only NAME,NAME] [facts]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { courses } from './history/courses.mjs';
import { plantFacts } from './history/facts.mjs';
import { compare, questions } from './history/questions.mjs';
import { built } from './measure/built.mjs';
import { machine } from './measure/machine.mjs';
import { percentile } from './measure/percentile.mjs';

const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { migrate } = await built('libs/read-model/src/migrate.js');
const { openInstallation } = await built('libs/read-model/src/installation.js');
const { answer } = await built('apps/live/src/answer/answer.js');
const { trend } = await built('apps/live/src/answer/trend.js');
const { compare: compared } = await built('apps/live/src/answer/compare.js');
const calls = { answer, trend, compare: compared };

/** How much longer than SQL by hand the product may take. */
const LIMIT = 1.2;
/** Rounds whose memory is looked at, apart from those that are timed: a program that runs has not just cleared everything away. */
const MEMORY_ROUNDS = 3;
const { values, positionals } = parseArgs({
  options: { gate: { type: 'boolean', default: false }, rounds: { type: 'string', default: '11' }, only: { type: 'string' } },
  allowPositionals: true,
});
const FACTS = Number(positionals[0] ?? 1_000_000);
const chosen = [...questions, ...courses].filter(({ name }) => values.only?.split(',').includes(name) ?? true);

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
const dataSource = await createDataSource(postgres.url).initialize();
try {
  await migrate(dataSource);
  const { name: set } = await openInstallation(dataSource, { partitions: 12 });
  const asOf = Date.UTC(2026, 10, 1);
  const facts = await plantFacts(dataSource, set, FACTS, asOf);
  const bytes = await bytesOf(set, facts);
  console.log(`${facts} facts: ${bytes.table} bytes each in the table, ${bytes.indexes} in its indexes`);
  const ratios = {};
  const figures = { facts, bytes_per_fact: bytes, ...machine() };
  for (const question of chosen) {
    const { ratio, ...measured } = await measure(question, set, asOf);
    ratios[question.name] = ratio;
    figures[question.name] = measured;
    console.log(`${question.name}: ${measured.product_ms} ms, ${measured.sql_ms} ms by SQL: ${ratio} (first ${measured.first_ms} ms)`);
  }
  ratios.worst = Math.max(...Object.values(ratios));
  console.log(JSON.stringify({ bench: 'history', ratios, figures }));
  if (values.gate && ratios.worst > LIMIT) process.exitCode = 1;
} finally {
  await dataSource.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Rounds of one and the other in turn; the first of each is not counted. */
async function measure(question, set, asOf) {
  const { call = 'answer', days = 90, groups = (body) => body.groups } = question;
  const span = { from: asOf - days * 86_400_000, to: asOf };
  const params = { ...question.params, as_of: iso(asOf), from: iso(span.from), to: iso(span.to) };
  const statement = question.sql(`${set}.fact`, span, asOf);
  const product = [];
  const sql = [];
  const ask = () => calls[call](dataSource, question.kpi, params, { now: asOf });
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const asked = await timed(product, ask);
    if (!asked.ok) throw new Error(`${asked.parameter}: ${asked.problem}`);
    const rows = await timed(sql, () => byHand(statement));
    if (round === 0) compare(question, groups(asked.body), rows);
  }
  let rise = 0;
  for (let round = 0; round < MEMORY_ROUNDS; round += 1) {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    await ask();
    rise = Math.max(rise, process.memoryUsage.rss() - before);
  }
  const [first] = product;
  const ms = { product_ms: percentile(product.slice(1), 0.5), sql_ms: percentile(sql.slice(1), 0.5) };
  return {
    ratio: Number((ms.product_ms / ms.sql_ms).toFixed(2)),
    product_ms: round1(ms.product_ms),
    sql_ms: round1(ms.sql_ms),
    first_ms: round1(first),
    rss_rise_mb: round1(rise / 1e6),
  };
}

/** With room to sort and hash in memory, which nobody who asks by hand would leave out. */
function byHand(statement) {
  return dataSource.transaction(async (em) => {
    await em.query(`set local work_mem = '256MB'`);
    return em.query(statement);
  });
}

async function timed(times, work) {
  const start = performance.now();
  const done = await work();
  times.push(performance.now() - start);
  return done;
}

async function bytesOf(set, facts) {
  const [sizes] = await dataSource.query(`select pg_table_size($1)::float8 as rows, pg_indexes_size($1)::float8 as indexes`, [
    `${set}.fact`,
  ]);
  return { table: Math.round(sizes.rows / facts), indexes: Math.round(sizes.indexes / facts) };
}

function iso(instant) {
  return new Date(instant).toISOString();
}

function round1(value) {
  return Number(value.toFixed(1));
}
