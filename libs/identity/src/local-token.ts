import { randomBytes, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { hashOf } from './key-hash.js';
import { readSecretFile, writeSecretFile } from './secret-file.js';

const fileOf = (dataFolder: string) => path.resolve(dataFolder, 'local.token');

/**
 * Proof that a caller can read the data folder (file `local.token`, mode 0600): the command line shows it to the running program, which lets it
 * do what a sender from elsewhere may not.
 */
export class LocalToken {
  private constructor(private readonly hash: Buffer) {}

  /** A new token for this run of the program; an old one is worth nothing from here on. */
  static make(dataFolder: string): LocalToken {
    const token = `local_${randomBytes(32).toString('base64url')}`;
    writeSecretFile(fileOf(dataFolder), token);
    return new LocalToken(hashOf(token));
  }

  /** True for `Bearer TOKEN` with the token of this run. */
  matches(authorization: string | undefined): boolean {
    return authorization?.startsWith('Bearer ') === true && timingSafeEqual(this.hash, hashOf(authorization.slice(7)));
  }
}

/** The token of the running program, as its data folder holds it; null when none ever ran there. */
export const readLocalToken = (dataFolder: string): string | null => readSecretFile(fileOf(dataFolder));
