import { timingSafeEqual } from 'node:crypto';
import { ApiKeyTable } from '@leadclock/read-model/outside/api-key.table.js';
import type { DataSource } from 'typeorm';
import { hashOf } from './key-hash.js';

/** How many proven headers are remembered: as many as there may be senders at a time. */
const MOST_REMEMBERED = 8;
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

/** A header that was proven: comparing it, in constant time, is ten times cheaper than hashing it again. */
interface Proven {
  readonly header: Buffer;
  readonly caller: Caller;
}

/** The API keys, in memory: the door asks it for every request, and goes on knowing them while the database is away. */
export class Keyring {
  private held: readonly Held[] = [];
  private proven: readonly Proven[] = [];
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
    this.held = rows
      .filter((row) => !row.revoked)
      .map((row) => ({ keyId: row.id, name: row.name, role: row.role, hash: Buffer.from(row.hash, 'hex') }));
    this.proven = [];
  }

  /** Who holds the key of an Authorization header, or null. `async` only for a key that is not in memory. */
  verify(authorization: string | undefined): Caller | null | Promise<Caller | null> {
    if (authorization === undefined) return null;
    const header = Buffer.from(authorization);
    for (const proven of this.proven) {
      if (proven.header.length === header.length && timingSafeEqual(proven.header, header)) return proven.caller;
    }
    const key = BEARER.exec(authorization)?.[1];
    if (key === undefined) return null;
    return this.find(key, header) ?? this.lookAgain(key, header);
  }

  /** Every held key is compared, each in constant time. */
  private find(key: string, header: Buffer): Caller | null {
    const hash = hashOf(key);
    const held = this.held.filter((candidate) => timingSafeEqual(candidate.hash, hash))[0];
    if (held === undefined) return null;
    const { keyId, name, role } = held;
    const caller = { keyId, name, role };
    this.proven = [{ header, caller }, ...this.proven].slice(0, MOST_REMEMBERED);
    return caller;
  }

  private async lookAgain(key: string, header: Buffer): Promise<Caller | null> {
    // a clock may be set back by hours
    if (Math.abs(this.clock() - this.lookedAt) < LOOK_AGAIN_MS) return null;
    try {
      await this.load();
    } catch {
      // the database is away: what is in memory holds
      this.lookedAt = this.clock();
    }
    return this.find(key, header);
  }
}
