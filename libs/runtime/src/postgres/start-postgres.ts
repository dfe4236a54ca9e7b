import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../free-port.js';
import { processState } from '../process-state.js';
import { findPostgres } from './binaries.js';
import { serverSettings } from './server-settings.js';

const NOBODY = 65_534;
const USER = 'leadclock';
const START_LIMIT_MS = 60_000;

export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the server has ended by itself or by stop(). */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Made if it is not there; belongs to the server alone. */
  readonly folder: string;
  /** go before `serverSettings` */
  readonly flags?: readonly string[];
}

/**
 * Starts the embedded PostgreSQL on a free port of the loopback. The folder is made with mode 0700 and a random password beside it (0600).
 * Works as root and as an ordinary user, and after a kill -9 of server, parent or both. The server ends when this process ends.
 */
export async function startPostgres({ folder, flags = [] }: PostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findPostgres();
  const password = preparePassword(folder);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise(binaries.initdb, folder);
  await clearOldLock(folder);
  const port = await freePort();
  const [command, args] = asServerUser(binaries.postgres, [
    '-D',
    folder,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    ...[...serverSettings, ...flags].flatMap((setting) => ['-c', setting]),
  ]);
  const child = spawn(command, args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  await ready(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root: there it runs as nobody, but may still reach its folder below a 0700 one such as /root. */
function asServerUser(command: string, args: readonly string[]): [string, string[]] {
  if (process.platform !== 'linux' || spawnSync('setpriv', ['--version']).status !== 0) {
    if (process.getuid?.() === 0)
      throw new Error(
        'PostgreSQL does not run as root and setpriv (util-linux) is not there: start leadclock as an ordinary user, or set DATABASE_URL',
      );
    return [command, [...args]];
  }
  // pdeathsig: the server stops with us, also after a kill -9; no_setuid_fixup because it checks its own path with access(2)
  const drop =
    process.getuid?.() === 0
      ? [
          '--reuid',
          `${NOBODY}`,
          '--regid',
          `${NOBODY}`,
          '--clear-groups',
          '--inh-caps=+dac_override',
          '--ambient-caps=+dac_override',
          '--securebits=+no_setuid_fixup',
        ]
      : [];
  return ['setpriv', [...drop, '--pdeathsig', 'INT', '--', command, ...args]];
}

function preparePassword(folder: string): string {
  const file = `${folder}.password`;
  mkdirSync(path.dirname(folder), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Made beside and renamed, so that a kill -9 half-way leaves no folder that looks like a database. */
function initialise(initdb: string, folder: string): void {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  chmodSync(draft, 0o700);
  if (process.getuid?.() === 0) chownSync(draft, NOBODY, NOBODY);
  const [command, args] = asServerUser(initdb, [
    '-D',
    draft,
    '-U',
    USER,
    '--auth=scram-sha-256',
    `--pwfile=${folder}.password`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]);
  const made = spawnSync(command, args, { cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`the embedded PostgreSQL could not make its folder ${folder}: ${made.error?.message ?? made.stderr.trim()}`);
  }
  renameSync(draft, folder);
}

/**
 * A server whose parent was killed may still be shutting down, or be a zombie that nobody has reaped: PostgreSQL would take both for alive.
 * The data folder's own lock makes sure that no other program means to use it.
 */
async function clearOldLock(folder: string): Promise<void> {
  const lock = path.join(folder, 'postmaster.pid');
  const deadline = Date.now() + START_LIMIT_MS;
  let asked = false;
  while (existsSync(lock)) {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    const state = processState(pid);
    if (state === 'gone' || state === 'zombie' || !state.command.includes('postgres')) {
      rmSync(lock, { force: true });
      return;
    }
    if (!asked) process.kill(pid, 'SIGINT');
    asked = true;
    if (Date.now() > deadline) throw new Error(`an older PostgreSQL (process ${pid}) still holds ${folder}: end it, then start again`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    let decided = false;
    const decide = (outcome: () => void) => {
      if (decided) return;
      decided = true;
      clearTimeout(limit);
      outcome();
    };
    const fail = (why: string) => decide(() => reject(new Error(`the embedded PostgreSQL did not start: ${why}: ${said.trim()}`)));
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`it was not ready, and said nothing for ${START_LIMIT_MS / 1000} s`);
    }, START_LIMIT_MS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
    child.stderr?.on('data', (data: Buffer) => {
      if (decided) return;
      said += data.toString('utf8');
      // whoever goes through gigabytes of its log after a crash says every ten seconds how far it is
      limit.refresh();
      if (said.includes('ready to accept connections')) decide(resolve);
    });
  });
}
