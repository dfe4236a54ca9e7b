import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { plantPostgres } from '@leadclock/runtime/testing/planted-postgres.js';

const BIN = path.resolve(__dirname, '..', '..', '..', '..', 'bin', 'leadclock.js');
const READY = /leadclock ready (\S+) \(log: (\w+), database: (\w+)\)/;

export interface Place {
  readonly dataFolder: string;
  /** more variables, KAFKA_BROKERS for example */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a program of its own at this place. */
export const environmentOf = ({ dataFolder, environment }: Place): NodeJS.ProcessEnv => {
  // the test servers are for tests that name them; a program of its own has parts of its own
  const { DATABASE_URL: _database, KAFKA_BROKERS: _kafka, ...inherited } = process.env;
  return { ...inherited, LEADCLOCK_DATA: dataFolder, PORT: '0', CI: 'true', ...environment };
};

/** Runs one command of the built program to its end. */
export function runCommand(place: Place, words: readonly string[], stdin?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...words], { env: environmentOf(place), stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString('utf8')));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin ?? '');
  });
}

/** Waits until all that was accepted is in the figures, whichever partition it lies in: pages that ask once would keep the half. */
export async function allCounted(place: Place): Promise<void> {
  // an import waits for that; one of nothing says that it was nothing, too
  expect(await runCommand(place, ['import', '-'])).toEqual({ code: 1, stdout: expect.any(String), stderr: '-: $: holds no events\n' });
}

/** The API key of a program's data folder, as people get it. */
export const keyOf = async (place: Place): Promise<string> => (await runCommand(place, ['key', 'show'])).stdout.trim();

export interface ProgramProcess {
  readonly url: string;
  readonly readyLine: string;
  /** of the program; it leads a process group of its own */
  readonly pid: number;
  /** what it has written to stderr so far: its log */
  log(): string;
  /** Ends it as a power cut would, with every process it started. */
  kill9(): Promise<void>;
  /** SIGTERM; answers the exit status. */
  stop(): Promise<number | null>;
  /** ctrl-c in its terminal: all its processes hear it; answers the exit status. */
  interrupt(): Promise<number | null>;
  /** Kills the program alone: what it started has to notice. */
  killAlone(): Promise<void>;
}

/** Starts the built program as its users do, and resolves at its ready line. `start` finds its database made; `demo` makes its own. */
export function startProcess(place: Place, words: readonly string[] = ['start']): Promise<ProgramProcess> {
  if (words[0] === 'start' && !place.environment?.['DATABASE_URL']) plantPostgres(path.join(place.dataFolder, 'postgres'));
  // a group of its own, so that kill9 reaches the embedded PostgreSQL as well
  const child = spawn(process.execPath, [BIN, ...words], { env: environmentOf(place), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let stdout = '';
  let log = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (data: Buffer) => (log += data.toString('utf8')));
    child.once('error', reject);
    void exited.then((code) => reject(new Error(`the program ended with ${code} before it was ready: ${log.slice(-2000)}`)));
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString('utf8');
      const ready = READY.exec(stdout);
      if (!ready?.[1]) return;
      resolve({
        url: ready[1],
        readyLine: ready[0],
        pid: child.pid ?? 0,
        log: () => log,
        kill9: async () => {
          signalGroup(child, 'SIGKILL');
          await exited;
        },
        interrupt: () => {
          signalGroup(child, 'SIGINT');
          return exited;
        },
        killAlone: async () => {
          child.kill('SIGKILL');
          await exited;
        },
        stop: () => {
          child.kill('SIGTERM');
          return exited;
        },
      });
    });
  });
}

function signalGroup(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended by itself
  }
}
