import type { Client, PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** The client that the transaction of `em` is bound to. */
export async function clientOf(em: EntityManager): Promise<PoolClient> {
  const runner = em.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('this needs a transaction');
  // connect() of a query runner in a transaction hands out the client that it holds
  return runner.connect();
}

const names = new Map<string, string>();

/**
 * Asks with a statement that is prepared once a connection: a transaction every 20 ms has so few rows that parsing and planning its statements
 * would cost more than they do. For statements that are the same each time but for their values; a set's name is part of them.
 */
export async function prepared<R extends QueryResultRow>(
  client: Client,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<R>> {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `leadclock ${names.size + 1}`));
  return client.query<R>({ name, text, values: [...values] });
}

/**
 * The same from wherever `em` asks: its transaction's client, or any of the pool. For what is asked hundreds of times a second about a row or two;
 * a pool whose planner is told to `force_generic_plan` plans it once a connection.
 */
export async function askPrepared<R extends QueryResultRow>(
  em: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<readonly R[]> {
  if (em.queryRunner !== undefined) return (await prepared<R>(await em.queryRunner.connect(), text, values)).rows;
  const runner = em.connection.createQueryRunner();
  try {
    return (await prepared<R>(await runner.connect(), text, values)).rows;
  } finally {
    await runner.release();
  }
}
