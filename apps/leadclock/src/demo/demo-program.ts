import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Settings } from '@leadclock/runtime/settings.js';
import { SETTINGS } from '@leadclock/runtime/tokens.js';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ROOT } from '../program/root.js';

const READY = /^leadclock ready (\S+) /;
/** A database and a week of history: most machines need half a minute. */
const STARTS_WITHIN_MS = 170_000;
const ENDS_WITHIN_MS = 15_000;

/** The demo beside this program: a program of its own, with a data folder and a port of its own, so that play never gets among real leads. */
@Injectable()
export class DemoProgram implements OnApplicationShutdown {
  private child: ChildProcess | null = null;
  private starting: Promise<string> | null = null;
  private address: string | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Where it plays; null: it does not, or not yet. */
  get url(): string | null {
    return this.address;
  }

  /** Starts it, or finds the one that runs or is being started; one at a time. Answers its address; throws with what it said when it does not start. */
  start(): Promise<string> {
    this.starting ??= this.launch().catch((error: unknown) => {
      this.starting = null;
      throw error;
    });
    return this.starting;
  }

  /** It ends with us; should we be killed, it notices that the channel is gone. */
  async onApplicationShutdown(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const limit = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(limit);
  }

  private launch(): Promise<string> {
    const { dataFolder } = this.settings;
    const child = spawn(process.execPath, [path.join(ROOT, 'bin', 'leadclock.js'), 'demo'], {
      env: { ...process.env, LEADCLOCK_DATA: dataFolder, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString('utf8')).slice(-MOST_SAID);
    });
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS);
      const onEnd = (why: string) => {
        clearTimeout(limit);
        this.child = null;
        this.starting = null;
        this.address = null;
        reject(new Error(said.trim().split('\n').at(-1) || why));
      };
      child.once('error', (error) => onEnd(error.message));
      child.once('exit', (code) => onEnd(`the demo ended with ${code} before it was ready`));
      if (child.stdout === null) return;
      createInterface({ input: child.stdout }).on('line', (line) => {
        const url = READY.exec(line)?.[1];
        if (url === undefined) return;
        clearTimeout(limit);
        this.address = url;
        resolve(url);
      });
    });
  }
}

const MOST_SAID = 4_000;
