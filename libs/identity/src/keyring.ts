import { timingSafeEqual } from 'node:crypto';
import { ApiKeyTable } from '@leadclock/read-model/outside/api-key.table.js';
import type { DataSource } from 'typeorm';
import { hashOf } from './key-hash.js';

/** An unknown key makes the ring look into the database, at most this often: a guesser must not load it. */
const LOOK_AGAIN_MS = 1_000;
const BEARER = /^Bearer +(lc_[A-Za-z0-9_-]{1,200}) *$/i;

export interface Caller {
  readonly keyId: string;
  readonly name: string;
  readonly role: string;
}

interface Held extends Caller {
  readonly hash: Buffer;
}

/** The API keys, in memory: the door asks it for every request, and goes on knowing them while the database is away. */
export class Keyring {
  private held: readonly Held[] = [];
  private lookedAt = Number.NEGATIVE_INFINITY;
  private readonly table: ApiKeyTable;

  constructor(
    dataSource: DataSource,
    private readonly clock: () => number,
  ) {
    this.table = new ApiKeyTable(dataSource);
  }

  /** Reads the keys anew. */
  async load(): Promise<void> {
    const rows = await this.table.all();
    this.lookedAt = this.clock();
    this.held = rows.filter((row) => !row.revoked).map((row) => ({ keyId: row.id, name: row.name, role: row.role, hash: Buffer.from(row.hash, 'hex') }));
  }

  /** Who holds the key of an Authorization header, or null. `async` only for a key that is not in memory. */
  verify(authorization: string | undefined): Caller | null | Promise<Caller | null> {
    const key = keyOf(authorization);
    if (key === null) return null;
    return this.find(key) ?? this.lookAgain(key);
  }

  /** Every held key is compared, each in constant time. */
  private find(key: string): Caller | null {
    const hash = hashOf(key);
    let found: Caller | null = null;
    for (const held of this.held) if (timingSafeEqual(held.hash, hash)) found = held;
    return found;
  }

  private async lookAgain(key: string): Promise<Caller | null> {
    if (this.clock() - this.lookedAt < LOOK_AGAIN_MS) return null;
    try {
      await this.load();
    } catch {
      // the database is away: what is in memory holds
      this.lookedAt = this.clock();
    }
    return this.find(key);
  }
}

/** The key in `Authorization: Bearer lc_…`; null where there is none of that form. */
function keyOf(authorization: string | undefined): string | null {
  if (authorization === undefined) return null;
  return BEARER.exec(authorization)?.[1] ?? null;
}
