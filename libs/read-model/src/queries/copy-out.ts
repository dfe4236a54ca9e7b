import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { BinaryRows } from './binary-rows.js';

/** Rows are read for so long at a stretch, milliseconds: then other work of the process has its turn. */
const stretch = 10;

/** Streams `query` (no parameters: write literals with pg's `escapeLiteral`) in the transaction of `em`; memory stays bounded. */
export async function copyOut(em: EntityManager, query: string, columns: number, onRow: (row: BinaryRows) => void): Promise<void> {
  const runner = em.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('copyOut needs a transaction: its rows must be those of one snapshot');
  const client: PoolClient = await runner.connect();
  const rows = new BinaryRows(columns, onRow);
  const stream = client.query(copyTo(`copy (${query}) to stdout (format binary)`));
  let began = performance.now();
  for await (const chunk of stream) {
    rows.push(chunk);
    if (performance.now() - began < stretch) continue;
    await letOthersRun();
    began = performance.now();
  }
}
