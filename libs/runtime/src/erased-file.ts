import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'erased');

/** Who was erased, as hexadecimal hashes of the leads' ids: the file lies outside of the database's backups, so that one put back brings nobody back. */
export function readErasedFile(dataFolder: string): readonly string[] {
  const file = fileIn(dataFolder);
  if (!existsSync(file)) return [];
  // a line that was cut off by a crash is none
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[0-9a-f]{64}$/.test(line));
}

/** The hash that a lead's id is remembered by, as the database makes it. */
export const erasedHash = (lead: string): string => createHash('sha256').update(lead, 'utf8').digest('hex');

/** Adds those that it does not hold. */
export function addToErasedFile(dataFolder: string, hashes: readonly string[]): void {
  const known = new Set(readErasedFile(dataFolder));
  const fresh = hashes.filter((hash) => !known.has(hash));
  // begins on a line of its own whatever stands before
  if (fresh.length > 0) appendFileSync(fileIn(dataFolder), `\n${fresh.join('\n')}\n`, { mode: 0o600, flush: true });
}
