/**
 * All reps × 4 windows (24h, 7d, 28d, 90d) of lead-response-time over 1,000,000 facts, refreshed after one more fact: the live engine, from the
 * change in the database to every figure anew, against asking SQL again for the same figures. Beside it: how soon the engine is ready, and what
 * a fact costs it in memory.
 * usage: npm run bench -- kpi [facts]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { built } from './measure/built.mjs';

const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { migrate } = await built('libs/read-model/src/migrate.js');
const { openInstallation } = await built('libs/read-model/src/installation.js');
const { LiveEngine } = await built('apps/live/src/engine/live-engine.js');
const { kpiNamed } = await built('libs/domain/src/kpi/catalogue.js');

const FACTS = Number(process.argv[2] ?? 1_000_000);
const REPS = 40;
const ROUNDS = 15;
const DAY = 86_400_000;
const WINDOWS = { '24h': DAY, '7d': 7 * DAY, '28d': 28 * DAY, '90d': 90 * DAY };
const names = Object.keys(WINDOWS);

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
const dataSource = await createDataSource(postgres.url).initialize();
try {
  await migrate(dataSource);
  const { name: set, epoch } = await openInstallation(dataSource, { partitions: 12 });
  const now = Date.now();
  await plant(set, now);

  const idle = memory();
  const kpi = kpiNamed('lead-response-time');
  const engine = new LiveEngine(
    dataSource,
    names.map((window) => ({ name: window, kpi, params: { window, by: 'rep' } })),
    () => Date.now(),
  );
  const started = performance.now();
  const cpu = process.cpuUsage();
  await engine.follow();
  const answers = () => names.map((name) => engine.windows.groups(name));
  answers();
  const { user, system } = process.cpuUsage(cpu);
  const readySeconds = (performance.now() - started) / 1000;
  const held = memory();
  const bytesPerFact = (held - idle) / engine.windows.store.size;
  console.log(
    `ready with ${engine.windows.store.size} facts after ${readySeconds.toFixed(2)} s (CPU ${((user + system) / 1e6).toFixed(2)} s), ${bytesPerFact.toFixed(0)} bytes a fact (columns and queue ${(engine.windows.memory / engine.windows.store.size).toFixed(0)})`,
  );

  const live = [];
  const alone = [];
  const sql = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = round % 5 === 0;
    const fact = await oneMore(set, epoch, round);
    const liveStart = performance.now();
    await engine.follow();
    engine.advance();
    const followed = performance.now();
    const told = answers();
    alone.push(performance.now() - followed);
    live.push(performance.now() - liveStart);
    if (told.at(-1).find(({ key }) => key.rep === fact.rep) === undefined) throw new Error('the new fact is in no figure');
    if (!asked) continue;
    const asOf = engine.windows.asOf;
    const sqlStart = performance.now();
    const groups = await askSql(set, asOf);
    sql.push(performance.now() - sqlStart);
    compare(told, groups);
    console.log(
      `round ${round + 1}: ${live.at(-1).toFixed(2)} ms live (figures alone ${alone.at(-1).toFixed(2)} ms), ${sql.at(-1).toFixed(0)} ms by SQL`,
    );
  }
  const ratio = median(sql) / median(live);
  console.log(
    JSON.stringify({
      bench: 'kpi',
      ratios: { sql: Math.round(ratio) },
      beside: {
        facts: FACTS,
        sql_ms: round2(median(sql)),
        live_ms: round2(median(live)),
        figures_ms: round2(median(alone)),
        bytes_per_fact: Math.round(bytesPerFact),
        ready_s: round2(readySeconds),
      },
    }),
  );
} finally {
  await dataSource.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Answers to leads that arrived in the last 90 days, one each. */
async function plant(set, now) {
  await dataSource.query(
    `insert into ${set}.fact (subject, kind, n, part, item, at, "from", value, rep, team, origin, campaign, channel, segment)
     select 'lead-' || i, 'response', 0, 'both', 'call-' || i, at, at + took, took, 'rep-' || i % ${REPS}, 'team-' || i % 4, 'origin-' || i % 9,
            'campaign-' || i % 300, 'channel-' || i % 4, 'segment-' || i % 3
       from (select i, ($1::bigint - (random() * ${90 * DAY - DAY})::bigint - 3600000) as at, (1000 + random() * random() * 3500000)::bigint as took
               from generate_series(1, ${FACTS}) i) told`,
    [now],
  );
  await dataSource.query(`vacuum analyze ${set}.fact`);
}

/** One more answer, with its change in the feed, as the projector leaves it. */
async function oneMore(set, epoch, round) {
  const at = Date.now() - 120_000 - round;
  const rep = `rep-${round % REPS}`;
  await dataSource.transaction(async (em) => {
    await em.query(
      `insert into ${set}.fact (subject, kind, n, part, item, at, "from", value, rep, team, origin, campaign, channel, segment)
       values ($1, 'response', 0, 'both', 'call', $2, $3, $4, $5, 'team-1', 'origin-1', 'campaign-1', 'channel-1', 'segment-1')`,
      [`more-${round}`, at, at + 60_000, 60_000, rep],
    );
    await em.query(`update ${set}.checkpoint set change_no = change_no + 1 where partition = 0`);
    await em.query(
      `insert into ${set}.change (epoch, partition, change_no, subjects) select $1, 0, change_no, array[$2] from ${set}.checkpoint where partition = 0`,
      [epoch, `more-${round}`],
    );
  });
  return { rep };
}

/** The same figures by SQL, in whichever way is faster: one statement over the longest window, or one for each. */
async function askSql(set, asOf) {
  const ways = [() => oneStatement(set, asOf), () => statementEach(set, asOf)];
  if (askSql.best === undefined) {
    const took = [];
    for (const way of ways) {
      const start = performance.now();
      await way();
      took.push(performance.now() - start);
    }
    askSql.best = took[0] <= took[1] ? 0 : 1;
    console.log(`by SQL: ${took[0].toFixed(0)} ms in one statement, ${took[1].toFixed(0)} ms in four`);
  }
  return ways[askSql.best]();
}

function figures(filter) {
  return `count(*)${filter}::int as n, avg(value)${filter} as mean, percentile_cont(array[0.5, 0.9, 0.95]) within group (order by value)${filter} as points`;
}

function trueAt(asOf) {
  return `kind = 'response' and part = 'both' and excluded is null and "from" <= ${asOf} and (until is null or until > ${asOf})`;
}

async function statementEach(set, asOf) {
  const answered = [];
  for (const name of names) {
    answered.push(
      await inMemory((em) =>
        em.query(
          `select rep, ${figures('')} from ${set}.fact where ${trueAt(asOf)} and at >= ${asOf - WINDOWS[name]} and at < ${asOf} group by rep order by rep`,
        ),
      ),
    );
  }
  return answered;
}

async function oneStatement(set, asOf) {
  const columns = names.map((name, i) => figures(` filter (where at >= ${asOf - WINDOWS[name]})`).replaceAll(/ as (\w+)/g, ` as $1_${i}`));
  const rows = await inMemory((em) =>
    em.query(
      `select rep, ${columns.join(', ')} from ${set}.fact where ${trueAt(asOf)} and at >= ${asOf - WINDOWS['90d']} and at < ${asOf} group by rep order by rep`,
    ),
  );
  return names.map((_name, i) => rows.map((row) => ({ rep: row.rep, n: row[`n_${i}`], points: row[`points_${i}`] })));
}

/** Sorts in memory, on as many cores as PostgreSQL likes. */
function inMemory(ask) {
  return dataSource.transaction(async (em) => {
    await em.query(`set local work_mem = '512MB'`);
    return ask(em);
  });
}

function compare(told, groups) {
  for (const [i, rows] of groups.entries()) {
    for (const { rep, n, points } of rows) {
      const group = told[i].find(({ key }) => key.rep === rep);
      if (group?.n !== n || (n > 0 && Math.abs(group.value - points[0] / 1000) > 1e-9))
        throw new Error(`${names[i]} of ${rep}: ${JSON.stringify(group)} live, ${n} and ${points} by SQL`);
    }
  }
}

function memory() {
  for (let i = 0; i < 4; i += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function round2(value) {
  return Math.round(value * 100) / 100;
}
