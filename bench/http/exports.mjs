import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const ADDRESS = '/v1/kpis/rep-activity/rows';
const LOOK_MS = 100;

/** Reads an export to its end; memory is looked at all along. `app` answers `memory`. */
export async function exportAll(app, url, type) {
  const before = await app.ask('memory');
  await app.ask('stoodStill');
  const began = performance.now();
  const answer = await fetch(`${url}${ADDRESS}`, { headers: { accept: type } });
  let bytes = 0;
  let lines = 0;
  const held = [];
  const done = new AbortController();
  const watch = (async () => {
    for (; !done.signal.aborted; await pause(LOOK_MS)) held.push(await app.ask('memory'));
  })();
  let first = null;
  for await (const chunk of answer.body) {
    first ??= performance.now() - began;
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  const ms = performance.now() - began;
  done.abort();
  await watch;
  const half = Math.floor(held.length / 2);
  const most = (of) => Math.round(Math.max(...of) / 1e6);
  return {
    status: answer.status,
    lines,
    mb: Math.round(bytes / 1e6),
    ms: Math.round(ms),
    first_ms: Math.round(first),
    before_mb: most([before]),
    first_half_mb: most(held.slice(0, half)),
    last_half_mb: most(held.slice(half)),
    stood_ms: Math.round(await app.ask('stoodStill')),
  };
}

/** A reader who closes in the middle: how soon the database's transaction is over. */
export async function goAway(dataSource, url) {
  const socket = await beginToRead(url);
  socket.destroy();
  const began = performance.now();
  while ((await openReads(dataSource)) > 0) await pause(10);
  return { over_after_ms: Math.round(performance.now() - began) };
}

/** Readers who stop in the middle: what memory they hold. */
export async function stopReading(app, url) {
  const before = await app.ask('memory');
  const sockets = await Promise.all([beginToRead(url), beginToRead(url), beginToRead(url)]);
  const held = [];
  for (let i = 0; i < 50; i += 1) {
    await pause(LOOK_MS);
    held.push(await app.ask('memory'));
  }
  for (const socket of sockets) socket.destroy();
  return { readers: sockets.length, before_mb: Math.round(before / 1e6), most_mb: Math.round(Math.max(...held) / 1e6) };
}

/** A socket on which an export has begun to come; it is not read any more. */
async function beginToRead(url) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${ADDRESS} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/csv\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  return socket;
}

async function openReads(dataSource) {
  const [{ open }] = await dataSource.query(
    `select count(*)::int as open from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  );
  return open;
}
