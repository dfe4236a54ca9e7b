import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readApiKey } from '@leadclock/identity/api-key.js';
import { freePort } from '@leadclock/runtime/free-port.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import { parseSettings } from '@leadclock/runtime/settings.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { startProgram } from '../program/start-program.js';

/** The whole program, in this process, on a database of its own, and on a time that goes on by itself and can be moved forward. */
export interface StoryProgram {
  readonly url: string;
  readonly key: string;
  readonly databaseUrl: string;
  now(): number;
  /** Moves the time of the whole program: its own clock and what it takes for the database's. */
  forward(ms: number): void;
  /** Ends the program; the database stays. */
  stopApps(): Promise<void>;
  /** Starts it again, on the same database and the same address. */
  startApps(): Promise<void>;
  stop(): Promise<void>;
}

export async function startStoryProgram(): Promise<StoryProgram> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-story-'));
  const databaseUrl = await freshDatabase();
  const port = String(await freePort());
  const parsed = parseSettings({ LEADCLOCK_DATA: dataFolder, PORT: port, DATABASE_URL: databaseUrl });
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const logger = createLogger('error');
  const start = () => startProgram({ settings: parsed.settings, logger, clock, askDatabaseTime: async () => clock() });
  let program = await start();
  return {
    url: program.url,
    key: readApiKey(dataFolder) ?? '',
    databaseUrl,
    now: clock,
    forward: (ms) => {
      ahead += ms;
    },
    stopApps: () => program.stop(),
    startApps: async () => {
      program = await start();
    },
    stop: async () => {
      await program.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
