import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from './error-code.js';
import { processState } from './process-state.js';
import { saslMechanisms } from './settings.js';

const Owner = z.object({
  pid: z.number().int(),
  /** tells the owner from a later process with the same number */
  startedAt: z.string(),
});
const Address = z.object({
  /** where the program answers HTTP */
  url: z.string(),
  /** how to reach its database, password included: the file is its owner's alone */
  databaseUrl: z.string(),
  /** the log it uses, so that commands read the same one whatever their own environment says */
  log: z.object({
    kafka: z
      .object({
        brokers: z.array(z.string()),
        ssl: z.boolean(),
        sasl: z.object({ mechanism: z.enum(saslMechanisms), username: z.string(), password: z.string() }).nullable(),
      })
      .nullable(),
    topic: z.string(),
    configTopic: z.string(),
  }),
});
export type ProgramAddress = z.infer<typeof Address>;

/** A program already uses this data folder; two would fight over its database. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(folder: string, pid: number) {
    super(`a leadclock is already running on ${folder} (process ${pid}): end it first, or set LEADCLOCK_DATA to another folder`);
  }
}

export interface ClaimedFolder {
  /** Tells commands on this machine where the program is. */
  announce(address: ProgramAddress): void;
  release(): void;
}

const lockOf = (folder: string) => path.join(folder, 'leadclock.lock');
const addressOf = (folder: string) => path.join(folder, 'leadclock.address.json');

/**
 * Makes the data folder (mode 0700) and takes it for this process. A lock whose owner is gone, killed or not, is taken over.
 * Throws DataFolderInUse while another program lives there.
 */
export function claimDataFolder(folder: string): ClaimedFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const lock = lockOf(folder);
  for (;;) {
    if (createLock(lock)) break;
    const owner = readOwner(lock);
    if (owner && alive(owner)) throw new DataFolderInUse(folder, owner.pid);
    // moved aside first: of two processes that find the same dead lock only one moves it, and neither removes the other's new one
    const dead = `${lock}.${process.pid}.dead`;
    try {
      renameSync(lock, dead);
      rmSync(dead, { force: true });
    } catch {
      // the other process was faster; the next round meets its lock
    }
  }
  return {
    announce: (address) => writeFileSync(addressOf(folder), `${JSON.stringify(address)}\n`, { mode: 0o600 }),
    release: () => {
      rmSync(addressOf(folder), { force: true });
      rmSync(lock, { force: true });
    },
  };
}

/** The process that holds this data folder, ready or not; null: nobody does. */
export function ownerOf(folder: string): number | null {
  const owner = readOwner(lockOf(folder));
  return owner !== null && alive(owner) ? owner.pid : null;
}

/** Where the program of this data folder answers; null when none runs, or it is not yet ready. */
export function findProgram(folder: string): ProgramAddress | null {
  const owner = readOwner(lockOf(folder));
  if (!owner || !alive(owner)) return null;
  try {
    return Address.parse(JSON.parse(readFileSync(addressOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** The lock appears with its owner written in it, or not at all. */
function createLock(lock: string): boolean {
  const self = processState(process.pid);
  const draft = `${lock}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt: typeof self === 'string' ? '' : self.startedAt }), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readOwner(lock: string): z.infer<typeof Owner> | null {
  try {
    return Owner.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return null;
  }
}

function alive(owner: z.infer<typeof Owner>): boolean {
  const state = processState(owner.pid);
  return typeof state !== 'string' && state.startedAt === owner.startedAt;
}
