import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort } from '@leadclock/runtime/free-port.js';
import { java, kafkaJars, missingForKafka } from './kafka-jars.js';
import { serverProperties } from './server-properties.js';

export interface KafkaBroker {
  /** Value for KAFKA_BROKERS. */
  readonly brokers: string;
  /** Process id of the broker as it runs now. */
  readonly pid: number;
  stop(): Promise<void>;
  /** Ends the broker as a power cut would. */
  kill9(): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
}

interface KafkaPlace {
  readonly dir: string;
  readonly port?: number;
}

/** Starts a real Apache Kafka on `dir`; a port is chosen when none is given. Needs Java 17 or later and Maven; ends with this process. */
export async function startKafka(place: KafkaPlace): Promise<KafkaBroker> {
  const missing = missingForKafka();
  if (missing) throw new Error(`Apache Kafka cannot be started: ${missing}`);
  const dir = path.resolve(place.dir);
  const port = place.port ?? (await freePort());
  await refuseTakenPort(port);
  const classes = path.join(kafkaJars(), '*');
  const properties = path.join(dir, 'server.properties');
  const data = path.join(dir, 'data');
  mkdirSync(dir, { recursive: true });
  writeFileSync(properties, serverProperties({ dir: data, port, controllerPort: await freePort() }));
  if (!existsSync(path.join(data, 'meta.properties'))) format(classes, properties);
  let broker = await start(classes, properties);
  const end = (signal: NodeJS.Signals) => ended(broker, signal);
  return {
    brokers: `127.0.0.1:${port}`,
    get pid() {
      return broker.pid ?? 0;
    },
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      broker = await start(classes, properties);
    },
  };
}

/** As startKafka, but null where Java 17 or Maven are absent. */
export async function startKafkaIfPossible(place: KafkaPlace): Promise<KafkaBroker | null> {
  return missingForKafka() === null ? startKafka(place) : null;
}

function format(classes: string, properties: string): void {
  const id = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const made = spawnSync(java, ['-cp', classes, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', properties], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`Apache Kafka could not make its folder: ${made.stdout}${made.stderr}`);
}

const quiet = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info'];
const small = ['-Xms256m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

async function start(classes: string, properties: string): Promise<ChildProcess> {
  const [command, args] = endingWithUs(java, [...small, ...quiet, '-cp', classes, 'kafka.Kafka', properties]);
  const broker = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    broker.stderr?.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-10_000);
      if (said.includes('Kafka Server started')) resolve();
    });
    broker.once('error', reject);
    broker.once('exit', (code) => reject(new Error(`Apache Kafka ended with ${code}: ${said}`)));
  });
  return broker;
}

/** On Linux the broker gets a signal when we die, however we die. */
function endingWithUs(command: string, args: readonly string[]): [string, string[]] {
  if (process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0) {
    return ['setpriv', ['--pdeathsig', 'TERM', '--', command, ...args]];
  }
  return [command, [...args]];
}

async function ended(broker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (broker.exitCode !== null || broker.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    broker.once('exit', () => resolve());
    broker.kill(signal);
  });
}

async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = net.createServer().listen(port, '127.0.0.1', () => server.close(() => resolve()));
    server.once('error', (cause) =>
      reject(new Error(`port ${port} is in use: stop what listens there (another broker?), or choose another port`, { cause })),
    );
  });
}
