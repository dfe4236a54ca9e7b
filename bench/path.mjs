/**
 * From the acceptance over HTTP to the paint in a real browser, while 500 events a second pass and 200 further clients listen; Kafka, PostgreSQL,
 * the browser and all of these on the same cores.
 *   painted_p50_ms, painted_p99_ms   a lead's row on its rep's page: at most 120 and 350
 *   figure_p99_ms                    a figure of a manager's page, which is coalesced: at most 450
 * The two pages are measured one after the other: each would take the other's core.
 * usage: npm run bench -- path [--gate] [--probes 300] [--figures 300]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { built } from './measure/built.mjs';
import { machine } from './measure/machine.mjs';
import { cpuOf, cpuOfTree, cpuWithChildren, machineCpu } from './measure/processes.mjs';
import { startNode } from './measure/program.mjs';
import { commitsOf } from './path/commits.mjs';
import { openDoor } from './path/door.mjs';
import { havePages, startFloor } from './path/floor.mjs';
import { openPage } from './path/painted-page.mjs';
import { sendProbes } from './path/probes.mjs';
import { stagesOf } from './path/stages.mjs';
import { PROBED_REP, PROBED_TEAM, setting } from './path/teams.mjs';

const LIMITS = { painted_p50_ms: 120, painted_p99_ms: 350, figure_p99_ms: 450 };
const WARM_UP_MS = 10_000;
const WARM_PROBES = 15;
/** After the last probe: what has not come by then has not come. */
const PATIENCE_MS = 3_000;
const ARRIVALS = '.funnel .step b';
const { values } = parseArgs({
  options: {
    gate: { type: 'boolean', default: false },
    probes: { type: 'string', default: '300' },
    figures: { type: 'string', default: '300' },
  },
});

havePages();
const { startBrowser } = await built('tools/testing/browser.js');
const floor = await startFloor();
const closers = [floor.stop];
let result;
try {
  result = await measure();
} finally {
  for (const close of closers.splice(0).toReversed()) await close();
}
process.stdout.write(`${JSON.stringify({ bench: 'path', ...result })}\n`);
if (values.gate && Object.entries(LIMITS).some(([name, most]) => !(result.ratios[name] <= most))) process.exitCode = 1;

async function measure() {
  const door = openDoor(floor.url, floor.key, 8);
  closers.push(door.close);
  await door.post(setting());
  const background = await helper('background.mjs', [floor.url, floor.key]);
  const audience = await helper('audience.mjs', [floor.url], 'ready');
  const server = await startBrowser();
  closers.push(() => server.close());
  const browser = await chromium.connect(server.wsEndpoint());
  const pids = { ...floor.pids, browser: server.process().pid, background: background.pid, audience: audience.pid, bench: process.pid };

  const row = await onPage(browser, { path: `/me?rep=${PROBED_REP}&lang=en`, count: Number(values.probes), pids }, door, rowsOf);
  const figure = await onPage(
    browser,
    { path: `/team?team=${PROBED_TEAM}&lang=en`, figure: ARRIVALS, count: Number(values.figures), pids },
    door,
    figuresOf,
  );
  const load = await background.end();
  const { notes, ...listeners } = await audience.end();
  const commits = await commitsOf(floor.databaseUrl);
  const known = ({ probes }, heardOf) => probes.map((probe) => ({ ...probe, committed: commits.get(probe.lead), heard: heardOf(probe) }));
  const rows = stagesOf(known(row, ({ lead }) => notes.row[lead]));
  const figures = stagesOf(known(figure, ({ nth }) => notes.figure.find(({ count }) => count >= nth)?.at));
  return {
    ratios: { painted_p50_ms: rows.accepted.p50, painted_p99_ms: rows.accepted.p99, figure_p99_ms: figures.accepted.p99 },
    figures: {
      machine: machine(),
      row: { ...rows, ...row.beside },
      figure: { ...figures, ...figure.beside },
      background: load,
      audience: listeners,
    },
  };
}

/** Opens a page, lets everything get warm, and sends probes; `match` lays what the page noted beside them. */
async function onPage(browser, { path, figure, count, pids }, door, match) {
  const opened = await openPage(browser, `${floor.url}${path}`, figure);
  const warmed = pause(WARM_UP_MS);
  await sendProbes(door, WARM_PROBES);
  await warmed;
  const busy = watchCores(pids);
  const probes = await sendProbes(door, count);
  const cores = busy();
  await pause(PATIENCE_MS);
  const matched = await match(opened, probes);
  const skew = Number((await opened.skew()).toFixed(1));
  if (opened.problems.length > 0) process.stderr.write(`${path}: ${opened.problems.join('; ')}\n`);
  await opened.close();
  return { probes: matched, beside: { clock_skew_ms: skew, cores } };
}

async function rowsOf(opened, probes) {
  const rows = await opened.rows();
  return probes.map((probe) => ({ ...probe, ...rows[probe.lead] }));
}

/** The figure counts the leads of the team: a probe is in it from the first value on that is as high as its number. */
async function figuresOf(opened, probes) {
  const shown = await opened.figure();
  return probes.map((probe) => {
    const { seen, painted } = shown.find(({ value }) => value >= probe.nth) ?? {};
    return { ...probe, seen, painted };
  });
}

/** A script of ours beside the program; resolves when it has said the word. */
async function helper(file, words, said) {
  const { child, out, ended } = startNode([new URL(`path/${file}`, import.meta.url).pathname, ...words]);
  if (said !== undefined) {
    const ready = new Promise((resolve) => child.stdout.on('data', () => out.stdout.includes(said) && resolve(true)));
    if (!(await Promise.race([ready, ended.then(() => false)]))) throw new Error(`${file} ended: ${out.stderr.slice(-3000)}`);
  }
  return {
    pid: child.pid,
    end: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`${file} ended with ${code}: ${out.stderr.slice(-3000)}`);
      return JSON.parse(out.stdout.trim().split('\n').at(-1));
    },
  };
}

/** Cores that each part keeps busy from now until the call; `others`: whoever else is on the machine, and how far the figures can be trusted. */
function watchCores(pids) {
  const look = () => ({
    ...Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, name === 'browser' ? cpuOfTree(pid) : cpuOf(pid)])),
    postgres: cpuWithChildren(floor.postgresPid),
    machine: machineCpu().busy,
  });
  const began = performance.now();
  const from = look();
  return () => {
    const to = look();
    const seconds = (performance.now() - began) / 1000;
    const spent = Object.fromEntries(Object.keys(to).map((name) => [name, Number(((to[name] - from[name]) / seconds).toFixed(2))]));
    const { machine: all, ...parts } = spent;
    const known = Object.values(parts).reduce((sum, share) => sum + share, 0);
    return { ...parts, others: Number((all - known).toFixed(2)), all };
  };
}
