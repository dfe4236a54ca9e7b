import { ApiKeyTable } from '@leadclock/read-model/outside/api-key.table.js';
import type { DataSource } from 'typeorm';

/** Names the database that is behind this program: the id of its first key, made with it and never changed. */
export async function installationOf(dataSource: DataSource): Promise<string> {
  const first = (await new ApiKeyTable(dataSource).all())[0];
  if (!first) throw new Error('the database has no API key yet: ensureApiKey comes first');
  return first.id;
}
