import { createECDH } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** The pair by which push services know us (RFC 8292), base64url: the public key as an uncompressed point, the private one as 32 bytes. */
export interface PushKeyPair {
  readonly publicKey: string;
  /** never to be logged, answered, or part of an error */
  readonly privateKey: string;
}

/** The one pair of this database; whoever asks first makes it. */
export async function pushKeys(from: DataSource): Promise<PushKeyPair> {
  const kept = await keptKeys(from);
  if (kept !== undefined) return kept;
  const { publicKey, privateKey } = newPair();
  try {
    await from.query('insert into push_key (public_key, private_key) values ($1, $2) on conflict do nothing', [publicKey, privateKey]);
  } catch (error) {
    // a database error carries the statement's parameters
    throw new KeysNotKept(typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer');
  }
  const made = await keptKeys(from);
  if (made === undefined) throw new Error('the keys for push services were kept and are gone');
  return made;
}

/** `code` is the database's. */
class KeysNotKept extends Error {
  override readonly name = 'KeysNotKept';
  constructor(code: string) {
    super(`the keys for push services could not be kept (${code})`);
  }
}

async function keptKeys(from: DataSource): Promise<PushKeyPair | undefined> {
  const [row] = await from.query<PushKeyPair[]>('select public_key as "publicKey", private_key as "privateKey" from push_key');
  return row;
}

function newPair(): PushKeyPair {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  // a number that begins with zeros is handed out shorter than it has to be
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
  return { publicKey, privateKey };
}
