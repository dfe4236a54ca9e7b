import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { clientOf } from './prepared.js';

/** COPY of rows in the transaction of `em`; `buffers` hold whole lines of COPY's text format. */
export async function copyInto(em: EntityManager, table: string, columns: readonly string[], buffers: readonly Buffer[]): Promise<void> {
  const client = await clientOf(em);
  await pipeline(Readable.from(buffers), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
}
