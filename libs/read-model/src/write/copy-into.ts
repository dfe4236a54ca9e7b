import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { type Cell, copyCell } from './cell.js';

const CHUNK = 64 * 1024;

/** COPY of rows in the transaction of `em`. Answers how many rows went in. */
export async function copyInto(
  em: EntityManager,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const runner = em.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('copyInto needs a transaction');
  // The query runner of a transaction has its client bound, and connect() hands that one out.
  const client: PoolClient = await runner.connect();
  const sink = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunks(rows), { objectMode: false }), sink);
  return sink.rowCount;
}

function* chunks(rows: Iterable<readonly Cell[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i > 0 ? '\t' : '') + copyCell(row[i] ?? null);
    text += '\n';
    if (text.length >= CHUNK) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
