import { readApiKey } from '@leadclock/identity/api-key.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { day, type Floor, usualFloor } from '@leadclock/simulator/plan/floor.js';
import { planOf } from '@leadclock/simulator/plan/plan.js';
import { demoZone } from '@leadclock/simulator/run/demo-zone.js';
import { atOnce, atSpeed } from '@leadclock/simulator/run/pace.js';
import { play, type Totals } from '@leadclock/simulator/run/play.js';
import { splitAt } from '@leadclock/simulator/run/split-at.js';
import { waitForFigures } from '../cli/wait-for-figures.js';
import { withParts } from '../cli/with-parts.js';
import { startProgram } from '../program/start-program.js';
import { emptyDemoFolder } from './demo-folder.js';

export interface Demo {
  readonly url: string;
  readonly history: Totals;
  /** Resolves with the reason when the demo cannot go on. */
  readonly lost: Promise<string>;
  /** Ends the simulator, then the program. */
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly settings: Settings;
  /** what happened before now, milliseconds */
  readonly past?: number;
  readonly floor?: Partial<Floor>;
  /** ends the start as well */
  readonly signal: AbortSignal;
  readonly onProgress?: (events: number) => void;
}

/** A program with parts of its own on a data folder of its own, a week of history in it, and the floor going on. Resolves when all figures are there. */
export async function startDemo({ settings, past = 7 * day, floor, signal, onProgress }: DemoOptions): Promise<Demo> {
  const own = embeddedSettings(settings);
  const logger = createLogger(own.logLevel);
  const program = await startProgram({ settings: own, logger, demo: true });
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const key = readApiKey(own.dataFolder) ?? '';
  const door = { url: program.url, key, signal: either, onTrouble: (problem: string) => logger.warn(`simulator: ${problem}`) };
  try {
    const startedAt = Date.now();
    const zone = demoZone(Intl.DateTimeFormat().resolvedOptions().timeZone, startedAt);
    const plan = planOf({ ...usualFloor, zone, ...floor }, { from: startedAt - past, until: null, liveFrom: startedAt });
    const { before, after } = splitAt(plan, startedAt);
    const history = await play({ plan: before, door, pace: atOnce, clock: Date.now, onPosted: ({ events }) => onProgress?.(events) });
    const failed = play({ plan: after, door, pace: atSpeed({ from: startedAt, startedAt, speed: 1 }), clock: Date.now }).then(
      () => new Promise<string>(() => {}),
      (error: unknown) => `the simulator ended: ${error instanceof Error ? error.message : String(error)}`,
    );
    if (!either.aborted) await withParts(own, waitForFigures);
    const stop = async () => {
      ended.abort();
      await program.stop();
    };
    return { url: program.url, history, lost: Promise.race([program.lost, failed]), stop };
  } catch (error) {
    ended.abort();
    await program.stop();
    throw error;
  }
}

/** Whatever servers the environment names, play stays away from them; and it says only what a person must know. */
function embeddedSettings(settings: Settings): Settings {
  const logLevel = process.env['LOG_LEVEL'] === undefined ? 'warn' : settings.logLevel;
  return { ...settings, dataFolder: emptyDemoFolder(settings.dataFolder), databaseUrl: null, kafka: null, publicUrl: null, logLevel };
}
