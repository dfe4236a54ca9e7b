import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A key as the database knows it: its SHA-256 in hex, never the key itself. */
export interface ApiKeyRow {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly role: string;
  readonly revoked: boolean;
}

/** The API keys that the door takes. */
export class ApiKeyTable {
  constructor(private readonly dataSource: DataSource) {}

  /** All keys, revoked ones too, the oldest first. */
  all(): Promise<readonly ApiKeyRow[]> {
    return this.dataSource.query<ApiKeyRow[]>(
      'select id, hash, name, role, revoked_at is not null as revoked from api_key order by created_at, id',
    );
  }

  /** Adds a key; one whose hash is there already is left as it is. */
  async add(key: { readonly hash: string; readonly name: string; readonly role: string }): Promise<void> {
    await this.dataSource.query('insert into api_key (id, hash, name, role) values ($1, $2, $3, $4) on conflict (hash) do nothing', [
      randomUUID(),
      key.hash,
      key.name,
      key.role,
    ]);
  }
}
