import type { DataSource } from 'typeorm';

/**
 * What was found at start. `kept`: file and database agree. `adopted`: the file's key was not known to this database and is from now on.
 * `made`: the first key. `made-again`: the database knows keys but the file was lost; a new key stands beside the old ones, which still work.
 */
export interface EnsuredKey {
  readonly outcome: 'kept' | 'adopted' | 'made' | 'made-again';
  /** absolute path of the key's file */
  readonly file: string;
}

/** Makes sure that the data folder holds an API key (file `api.key`, mode 0600) whose hash the database knows. */
export async function ensureApiKey(_dataFolder: string, _dataSource: DataSource): Promise<EnsuredKey> {
  throw new Error('ensureApiKey is not there yet');
}

/** The key that `leadclock key show` prints; null when none was made yet. */
export function readApiKey(_dataFolder: string): string | null {
  return null;
}
