import type { DataSource } from 'typeorm';
import { currentSet } from '../sets/current-set.js';

/** Whether the read model knows of any lead. */
export async function hasAnyLead(dataSource: DataSource): Promise<boolean> {
  const { name } = await currentSet(dataSource);
  const [row] = await dataSource.query<{ there: boolean }[]>(`select exists (select from ${name}.lead) as there`);
  return row?.there === true;
}
