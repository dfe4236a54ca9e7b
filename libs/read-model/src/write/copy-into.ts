import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** COPY of rows; `buffers` hold whole lines of COPY's text format. */
export async function copyInto(client: Client, table: string, columns: readonly string[], buffers: readonly Buffer[]): Promise<void> {
  await pipeline(Readable.from(buffers), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
}
