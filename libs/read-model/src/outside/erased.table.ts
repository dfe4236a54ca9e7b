import type { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { clientOf, prepared } from '../write/prepared.js';

/** The hash of a lead's id, by which it is known that it was erased. */
export const leadHash = (lead: string): string => `sha256(convert_to(${lead}, 'UTF8'))`;

/**
 * Destroys what the vault holds of these leads, and remembers that nothing is to be kept of them again. In the transaction that makes their rows:
 * whoever learns of the change finds nobody.
 */
export async function forgetPeople(client: Client, leads: readonly string[]): Promise<void> {
  if (leads.length === 0) return;
  const sorted = [...new Set(leads)].sort();
  await prepared(client, `insert into erased (lead) select ${leadHash('lead')} from unnest($1::text[]) lead on conflict do nothing`, [
    sorted,
  ]);
  await prepared(client, 'delete from contact where lead = any($1::text[])', [sorted]);
  await prepared(client, 'delete from note where subject = any($1::text[])', [sorted]);
}

/** As `forgetPeople`, in the transaction of `em`. */
export async function forgetPeopleIn(em: EntityManager, leads: readonly string[]): Promise<void> {
  if (leads.length > 0) await forgetPeople(await clientOf(em), leads);
}

/** Who was erased, as hexadecimal hashes of the leads' ids. */
export async function erasedHashes(dataSource: DataSource): Promise<readonly string[]> {
  const rows = await dataSource.query<{ hash: string }[]>(`select encode(lead, 'hex') as hash from erased order by 1`);
  return rows.map(({ hash }) => hash);
}

/**
 * Remembers again who was erased, and destroys what the vault holds of them: a backup that was put back knows neither. Answers how many details
 * were destroyed.
 */
export async function forgetAgain(dataSource: DataSource, hashes: readonly string[]): Promise<number> {
  return dataSource.transaction(async (em) => {
    await em.query(`insert into erased (lead) select decode(hash, 'hex') from unnest($1::text[]) hash on conflict do nothing`, [hashes]);
    const [{ n: known = 0 } = {}] = await em.query<{ n?: number }[]>('select count(*)::int as n from erased');
    if (known === 0) return 0;
    const gone = async (table: string, column: string): Promise<number> => {
      const [row] = await em.query<{ n: number }[]>(
        `with gone as (delete from ${table} where ${leadHash(column)} in (select lead from erased) returning 1) select count(*)::int as n from gone`,
      );
      return row?.n ?? 0;
    };
    return (await gone('contact', 'lead')) + (await gone('note', 'subject'));
  });
}
