/**
 * What lists and rows take over HTTP at 1,000,000 facts, of the live app in a process of its own: odd data, disputes, leads, a lead with its timeline,
 * rows, revisions; then exports: how fast, what memory they hold while a million rows go out, and what a reader who stops or goes away leaves behind.
 *   export_flat   the memory that the last half of the export held at most / the first half: 1 when it does not grow
 *   export_copy   milliseconds of an export as CSV / of COPY of the same facts by the database itself
 * usage: npm run bench -- http [--facts 1000000] [--rounds 20] [--only NAME,NAME] [--rows 1000000 (exported; 0: none)] [--folder FOLDER (kept, and used again)]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { exportAll, goAway, stopReading } from './http/exports.mjs';
import { plantFloor, plantTouches } from './http/plant.mjs';
import { questions } from './http/questions.mjs';
import { built } from './measure/built.mjs';
import { machine } from './measure/machine.mjs';
import { startOwn } from './measure/own-process.mjs';
import { percentile } from './measure/percentile.mjs';

const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { migrate } = await built('libs/read-model/src/migrate.js');
const { openInstallation } = await built('libs/read-model/src/installation.js');

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '20' },
    rows: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    folder: { type: 'string' },
  },
});
/** What a page of ours sends: it may see people's details. */
const PAGE = { 'sec-fetch-site': 'same-origin' };
const ROUNDS = Number(values.rounds);
const ROWS = Number(values.rows);
const chosen = Object.entries(questions).filter(([name]) => values.only?.split(',').includes(name) ?? true);

const folder = values.folder ?? mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
const isKept = existsSync(path.join(folder, 'postgres'));
mkdirSync(folder, { recursive: true });
const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
const dataSource = await createDataSource(postgres.url).initialize();
const ratios = {};
const figures = { ...machine() };
try {
  await migrate(dataSource);
  const { name: set } = await openInstallation(dataSource, { partitions: 12 });
  if (!isKept) await plantFloor(dataSource, set, Number(values.facts));
  const [counts] = await dataSource.query(
    `select (select count(*)::int from ${set}.fact) as facts, (select count(*)::int from ${set}.lead) as leads, (select count(*)::int from ${set}.timeline) as events`,
  );
  Object.assign(figures, counts);
  console.log(`${counts.facts} facts of ${counts.leads} leads, ${counts.events} events`);
  await answers(set);
  if (ROWS > 0) await exports(set);
  console.log(JSON.stringify({ bench: 'http', ratios, figures }));
} finally {
  await dataSource.destroy();
  await postgres.stop();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

/** Each question so many times, one after the other; the first time is told apart. */
async function answers(set) {
  const leads = await dataSource.query(`select subject from ${set}.lead order by md5(subject) limit 1000`);
  const ids = leads.map(({ subject }) => subject);
  await withApp(async (app, url) => {
    for (const [name, question] of chosen) {
      const addresses = await addressesOf(url, question, ids);
      const [first, ...rest] = await eachTimed(url, addresses);
      if (first.status !== 200) {
        console.log(`${name}: ${first.status} ${first.text.slice(0, 200)}`);
        continue;
      }
      const ms = rest.map((told) => told.ms);
      const stood = await app.ask('stoodStill');
      const told = {
        first: round1(first.ms),
        p50: round1(percentile(ms, 0.5)),
        p99: round1(percentile(ms, 0.99)),
        bytes: first.text.length,
        stood: round1(stood),
      };
      figures[name] = told;
      console.log(`${name}: ${JSON.stringify(told)}`);
    }
    console.log(`memory ${Math.round((await app.ask('memory')) / 1e6)} MB`);
  });
}

async function addressesOf(url, question, ids) {
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, i) => i);
  if (typeof question === 'string') return rounds.map(() => question);
  if (typeof question === 'function') return rounds.map((i) => question(ids, i));
  const { next } = JSON.parse((await timed(url, question.first)).text);
  return rounds.map(() => `${question.first}&cursor=${encodeURIComponent(next)}`);
}

async function eachTimed(url, addresses) {
  const told = [];
  for (const address of addresses) told.push(await timed(url, address));
  return told;
}

async function timed(url, address) {
  const began = performance.now();
  const answer = await fetch(`${url}${address}`, { headers: PAGE });
  const text = await answer.text();
  return { ms: performance.now() - began, status: answer.status, text };
}

async function exports(set) {
  const [{ touches }] = await dataSource.query(`select count(*)::int as touches from ${set}.fact where kind = 'touch'`);
  if (touches < ROWS) await plantTouches(dataSource, set, ROWS - touches);
  await withApp(async (app, url) => {
    for (const type of ['text/csv', 'application/x-ndjson']) {
      const told = await exportAll(app, url, type);
      figures[`export ${type}`] = told;
      console.log(`export ${type}: ${JSON.stringify(told)}`);
      ratios.export_flat = Math.max(ratios.export_flat ?? 0, round2(told.last_half_mb / told.first_half_mb));
      if (type === 'text/csv') ratios.export_copy = round2(told.ms / (await copied(set)));
    }
    figures.stopped = await stopReading(app, url);
    console.log(`readers who stopped: ${JSON.stringify(figures.stopped)}`);
    figures.gone = await goAway(dataSource, url);
    console.log(`a reader who went away: ${JSON.stringify(figures.gone)}`);
  });
}

/** What the database takes to hand out the same facts in the same order. */
async function copied(set) {
  const began = performance.now();
  const where = `kind = 'touch' order by subject, kind, n`;
  await dataSource.query(`copy (select * from ${set}.fact where ${where}) to program 'cat > /dev/null' (format csv)`);
  return performance.now() - began;
}

async function withApp(use) {
  const app = await startOwn('kpi/live-app', { words: [postgres.url] });
  try {
    await use(app, await app.ask('url'));
  } finally {
    await app.stop();
  }
}

function round1(value) {
  return Math.round(value * 10) / 10;
}

function round2(value) {
  return Math.round(value * 100) / 100;
}
