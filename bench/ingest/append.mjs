import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromDist } from './from-dist.mjs';
import { eventOf } from './sales-events.mjs';

const BATCH = 500;
const BATCHES = 120;
const TICKS_PER_SECOND = 100;

/** CPU of an event's append to the embedded log in µs: in the program and in PostgreSQL. */
export async function measureAppend() {
  const { startPostgres } = await fromDist('libs/runtime/src/postgres/start-postgres.js');
  const { createEmbeddedLog } = await fromDist('libs/event-log/src/embedded/embedded-log.js');
  const { parseEvent } = await fromDist('libs/domain/src/events/parse-event.js');
  const { encodeEvent } = await fromDist('libs/domain/src/events/encode-event.js');
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-bench-'));
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const log = await createEmbeddedLog({ database: postgres.url, topic: 'leadclock.events', partitions: 12, logger: silent });
  try {
    const now = Date.now();
    const records = Array.from({ length: BATCH * BATCHES }, (_, n) => {
      const { event } = parseEvent(eventOf(n), { now, recordedTime: now });
      return { key: event.subject, value: encodeEvent(event) };
    });
    for (let n = 0; n < 20; n += 1) await log.append(records.slice(n * BATCH, (n + 1) * BATCH));
    const [program, server] = [process.cpuUsage(), postgresCpu()];
    for (let n = 0; n < BATCHES; n += 1) await log.append(records.slice(n * BATCH, (n + 1) * BATCH));
    const { user, system } = process.cpuUsage(program);
    return { program: (user + system) / records.length, postgres: (postgresCpu() - server) / records.length };
  } finally {
    await log.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU in µs of all processes below this one, those that have ended included. */
function postgresCpu() {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        return [{ pid: Number(pid), parent: fields[1], ticks: fields[11] + fields[12] + fields[13] + fields[14] }];
      } catch {
        return [];
      }
    });
  const below = new Set([process.pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of processes) {
      if (below.has(parent) && !below.has(pid)) {
        below.add(pid);
        grown = true;
      }
    }
  }
  const ticks = processes.filter(({ pid }) => pid !== process.pid && below.has(pid)).reduce((sum, process_) => sum + process_.ticks, 0);
  return (ticks / TICKS_PER_SECOND) * 1e6;
}
