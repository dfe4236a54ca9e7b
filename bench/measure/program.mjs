import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dist } from './built.mjs';

const READY = /leadclock ready (\S+)/;
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a script of node in a process of its own; its stderr is shown when it fails. */
export function startNode(args, environment = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (out.stdout += data));
  child.stderr.on('data', (data) => (out.stderr += data));
  const ended = new Promise((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return { child, out, ended };
}

/** Runs a script of ours to its end and answers the JSON of its last line. */
export async function runNode(args, environment) {
  const { out, ended } = startNode(args, environment);
  const code = await ended;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${out.stderr.slice(-3000)}`);
  return JSON.parse(out.stdout.trim().split('\n').at(-1));
}

/** Starts the program as its users do; resolves at its ready line. `flags` are node's own. */
export async function startProgram({ folder, words = ['start'], environment = {}, flags = [] }) {
  const { child, out, ended } = startNode([...flags, path.join(dist, 'apps/leadclock/bundle/main.js'), ...words], {
    LEADCLOCK_DATA: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    ...environment,
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const ready = READY.exec(out.stdout);
      if (ready) resolve(ready[1]);
    });
    void ended.then((code) => reject(new Error(`the program ended with ${code} before it was ready: ${out.stderr.slice(-3000)}`)));
  });
  return {
    url,
    pid: child.pid,
    log: () => out.stderr,
    /** of `POST /v1/events`; where the door runs */
    key: () => readFileSync(path.join(folder, 'api.key'), 'utf8').trim(),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
