import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { BinaryRows } from './binary-rows.js';
import { Turns } from './turns.js';

/** Streams `query` (no parameters: write literals with pg's `escapeLiteral`) in the transaction of `em`; memory stays bounded. */
export async function copyOut(em: EntityManager, query: string, columns: number, onRow: (row: BinaryRows) => void): Promise<void> {
  const runner = em.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('copyOut needs a transaction: its rows must be those of one snapshot');
  const client: PoolClient = await runner.connect();
  const rows = new BinaryRows(columns, onRow);
  const stream = client.query(copyTo(`copy (${query}) to stdout (format binary)`));
  const turns = new Turns();
  for await (const chunk of stream) {
    rows.push(chunk);
    if (turns.isOver) await turns.next();
  }
}
