import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A key as the database knows it: its SHA-256 in hex, never the key itself. */
export interface ApiKeyRow {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly role: string;
}

/** The API keys that the door takes. */
export class ApiKeyTable {
  constructor(private readonly dataSource: DataSource) {}

  /** All keys, the oldest first. */
  all(): Promise<readonly ApiKeyRow[]> {
    return this.dataSource.query<ApiKeyRow[]>('select id::text as id, hash, name, role from api_key order by created_at, id');
  }

  /** Adds a key; one whose hash is there already is left as it is. */
  async add(key: { readonly hash: string; readonly name: string; readonly role: string }): Promise<void> {
    await this.dataSource.query('insert into api_key (id, hash, name, role) select $1, $2, $3, $4 where not exists (select from api_key where hash = $2)', [
      randomUUID(),
      key.hash,
      key.name,
      key.role,
    ]);
  }
}
