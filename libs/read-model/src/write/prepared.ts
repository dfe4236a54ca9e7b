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
