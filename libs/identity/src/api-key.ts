import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ApiKeyTable } from '@leadclock/read-model/outside/api-key.table.js';
import type { DataSource } from 'typeorm';
import { hashOf } from './key-hash.js';
import { readSecretFile, writeSecretFile } from './secret-file.js';

/** 256 random bits, base64url. */
const KEY_BYTES = 32;
const KEY_FORM = /^lc_[A-Za-z0-9_-]{43}$/;

/**
 * What was found at start. `kept`: file and database agree. `adopted`: the file's key was not known to this database and is from now on.
 * `made`: the first key. `made-again`: the database knows keys but the file was lost or its key revoked; a new key
 * stands beside the old ones, which still work.
 */
export interface EnsuredKey {
  readonly outcome: 'kept' | 'adopted' | 'made' | 'made-again';
  /** absolute path of the key's file */
  readonly file: string;
}

const fileOf = (dataFolder: string) => path.resolve(dataFolder, 'api.key');

/**
 * Makes sure that the data folder holds an API key (file `api.key`, mode 0600) whose hash the database knows. The file is written first: a
 * death in between leaves a key that the next start adopts. Throws when the file holds something else than a key.
 */
export async function ensureApiKey(dataFolder: string, dataSource: DataSource): Promise<EnsuredKey> {
  const table = new ApiKeyTable(dataSource);
  const file = fileOf(dataFolder);
  const known = await table.all();
  const kept = readApiKey(dataFolder);
  if (kept !== null) {
    const hash = hashOf(kept).toString('hex');
    const row = known.find((candidate) => candidate.hash === hash);
    if (row?.revoked === false) return { outcome: 'kept', file };
    if (row === undefined) {
      await table.add({ hash, name: 'first key', role: 'sender' });
      return { outcome: 'adopted', file };
    }
  }
  const key = `lc_${randomBytes(KEY_BYTES).toString('base64url')}`;
  writeSecretFile(file, key);
  await table.add({ hash: hashOf(key).toString('hex'), name: 'first key', role: 'sender' });
  return { outcome: known.length === 0 ? 'made' : 'made-again', file };
}

/** The key that `leadclock key show` prints; null when none was made yet. Throws when the file holds something else than a key. */
export function readApiKey(dataFolder: string): string | null {
  const key = readSecretFile(fileOf(dataFolder));
  if (key !== null && !KEY_FORM.test(key)) {
    throw new Error(
      `${fileOf(dataFolder)} holds no API key (lc_ and 43 letters, digits, - or _): put the key back, or remove the file and start leadclock, which makes a new one`,
    );
  }
  return key;
}
