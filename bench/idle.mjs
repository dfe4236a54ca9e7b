/**
 * CPU of the whole program while nothing happens, its embedded PostgreSQL with it, as a share of one core: at most 0.02, on either log.
 *   embedded   the two commands of the README
 *   kafka      the log on Apache Kafka (whose own CPU is not counted)
 * usage: npm run bench -- idle [--gate] [--seconds 60]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { built } from './measure/built.mjs';
import { machine } from './measure/machine.mjs';
import { cpuOf, cpuWithChildren, memoryNow } from './measure/processes.mjs';
import { startProgram } from './measure/program.mjs';
import { makeTopics } from './projector/log.mjs';

const TARGET = 0.02;
/** Starting leaves garbage and checkpoints behind. */
const SETTLE_MS = 5000;
const { values } = parseArgs({ options: { gate: { type: 'boolean', default: false }, seconds: { type: 'string', default: '60' } } });
const SECONDS = Number(values.seconds);

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-idle-'));
const { startKafka } = await built('tools/kafka/start-kafka.js');
const ratios = {};
const figures = { machine: machine() };
let kafka;
try {
  await measure('embedded', {});
  kafka = await startKafka({ dir: path.join(folder, 'kafka') });
  await makeTopics(kafka.brokers, 'idle');
  await measure('kafka', { KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC: 'idle' });
} finally {
  await kafka?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ bench: 'idle', ratios, figures })}\n`);
if (values.gate && Object.values(ratios).some((share) => share > TARGET)) process.exitCode = 1;

async function measure(name, environment) {
  const program = await startProgram({ folder: path.join(folder, name), environment });
  try {
    await pause(SETTLE_MS);
    const postgres = childrenOf(program.pid).find((pid) => commandOf(pid).includes('postgres')) ?? 0;
    const look = () => ({ node: cpuOf(program.pid), postgres: cpuWithChildren(postgres) });
    const from = look();
    await pause(SECONDS * 1000);
    const to = look();
    const share = (part) => Number(((to[part] - from[part]) / SECONDS).toFixed(4));
    figures[name] = { node: share('node'), postgres: share('postgres'), node_mb: memoryNow(program.pid) };
    ratios[name] = Number((share('node') + share('postgres')).toFixed(4));
    process.stderr.write(`${name}: ${ratios[name]} of a core ${JSON.stringify(figures[name])}\n`);
  } finally {
    await program.stop();
  }
}

function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
