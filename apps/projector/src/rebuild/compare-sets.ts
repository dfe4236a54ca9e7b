import { comparedTables, countDifferences } from '@leadclock/read-model/compare/compare-schemas.js';
import { createSubjectList, listComparable } from '@leadclock/read-model/compare/subject-list.js';
import type { DataSource } from 'typeorm';

const COMPARABLE = 'comparable_subject';

/** How two sets differ in the leads that both hold with the same events and under the same configuration. Differences are what a rebuild is for. */
export async function compareSets(
  dataSource: DataSource,
  old: string,
  fresh: string,
): Promise<{ readonly compared: number; readonly differing: number }> {
  return dataSource.transaction('REPEATABLE READ', async (em) => {
    await createSubjectList(em, COMPARABLE);
    const compared = await listComparable(em, COMPARABLE, old, fresh);
    let differing = 0;
    for (const table of comparedTables) differing += await countDifferences(em, table, fresh, old, `pg_temp.${COMPARABLE}`);
    return { compared, differing };
  });
}
