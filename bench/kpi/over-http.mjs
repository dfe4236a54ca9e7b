import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { startOwn } from '../measure/own-process.mjs';
import { percentile } from '../measure/percentile.mjs';
import { factOf, kinds } from './floor-facts.mjs';
import { plantOne } from './plant.mjs';
import { WINDOWS } from './questions.mjs';

/** By two dimensions each, in every window. */
const asked = [
  ['lead-response-time', 'rep,origin'],
  ['won-revenue', 'rep,origin'],
  ['rep-activity', 'rep,channel'],
  ['leads-created', 'origin,channel'],
  ['win-ratio', 'rep,segment'],
  ['answered-in-target', 'team,origin'],
];
const questions = asked.flatMap(([kpi, by]) => Object.keys(WINDOWS).map((window) => ({ kpi, params: { window, by } })));

/** Nobody looks at a question for longer than three minutes here: what is not live by then will not be. */
const MOST_WAITED_MS = 120_000;

/**
 * What a client waits for an answer of a live window over HTTP, from the request to the last byte, with a new fact before each: of the live app
 * in a process of its own. The questions become live by being asked twice. Each is compared with what the database says of the same instant.
 */
export async function overHttp(dataSource, url, { set, epoch, reps, rounds }) {
  const app = await startOwn('kpi/live-app', { words: [url] });
  try {
    const base = await app.ask('url');
    const first = [];
    await app.ask('stoodStill');
    const began = performance.now();
    for (const question of [...questions, ...questions]) first.push((await get(base, question)).ms);
    for (const question of questions) {
      // one at a time: each look at what is not live yet asks the database
      while (!(await isLive(base, question))) {
        if (performance.now() - began > MOST_WAITED_MS) throw new Error(`not live after ${MOST_WAITED_MS} ms: ${JSON.stringify(question)}`);
        await pause(250);
      }
    }
    const readySeconds = (performance.now() - began) / 1000;
    const loading = await app.ask('stoodStill');
    const ms = [];
    const sizes = [];
    for (let round = 0; round < rounds; round += 1) {
      const fact = factOf(kinds[round % kinds.length], 2e9 + round, Date.now() - 4_000_000, reps);
      await plantOne(dataSource, { set, epoch, fact });
      const told = await get(base, questions[round % questions.length]);
      ms.push(told.ms);
      sizes.push(told.text.length);
    }
    const answering = await app.ask('stoodStill');
    for (const question of questions) await check(base, question);
    return { ms, first, readySeconds, loading, answering, bytes: percentile(sizes, 0.5), rss: await app.ask('memory') };
  } finally {
    await app.stop();
  }
}

const addressOf = (base, { kpi, params }, more = {}) => `${base}/v1/kpis/${kpi}?${new URLSearchParams({ ...params, ...more })}`;

async function get(base, question, more) {
  const began = performance.now();
  const answer = await fetch(addressOf(base, question, more));
  const text = await answer.text();
  const ms = performance.now() - began;
  if (!answer.ok) throw new Error(text);
  return { ms, text };
}

async function isLive(base, { kpi, params }) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ tiles: [{ id: 'one', kpi, form: 'number', params }] });
  const answer = await fetch(`${base}/v1/questions`, { method: 'POST', headers, body });
  return (await answer.json()).tiles[0].live === true;
}

/** Throws where the live figures and the database differ about one instant. */
async function check(base, question) {
  const live = JSON.parse((await get(base, question)).text);
  const stored = JSON.parse((await get(base, question, { as_of: live.as_of })).text);
  if (JSON.stringify(live) !== JSON.stringify(stored))
    throw new Error(
      `${JSON.stringify(question)}: live ${JSON.stringify(live).slice(0, 300)}, stored ${JSON.stringify(stored).slice(0, 300)}`,
    );
}
