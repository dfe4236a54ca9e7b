import { createHash } from 'node:crypto';

/** SHA-256 of a key. Keys are 256 random bits, so a slow hash would add nothing. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
