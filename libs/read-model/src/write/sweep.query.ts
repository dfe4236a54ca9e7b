import type { DataSource } from 'typeorm';
import { arrayLiteral, timestamp } from './cell.js';

/** Which leads a change of configuration can touch; `arrivedOrOpenSince` null: none by its arrival alone; `others`: and all that are none. */
export interface SweptLeads {
  readonly reps: readonly string[];
  readonly teams: readonly string[];
  readonly pipelines: readonly string[];
  readonly arrivedOrOpenSince: number | null;
  readonly others: boolean;
}

export interface SweptSubject {
  readonly subject: string;
  readonly partition: number;
}

/** The next subjects of these partitions behind `after` that a sweep looks at; `leads` null: every subject. */
export async function subjectsToSweep(
  dataSource: DataSource,
  set: string,
  partitions: readonly number[],
  leads: SweptLeads | null,
  after: string,
  limit: number,
): Promise<readonly SweptSubject[]> {
  const from = [arrayLiteral(partitions), after, limit];
  if (leads === null)
    return dataSource.query<SweptSubject[]>(
      `select subject, partition from (
         (select subject, partition from ${set}.lead where partition = any($1) and subject > $2 order by subject limit $3)
         union all
         (select subject, partition from ${set}.other_subject where partition = any($1) and subject > $2 order by subject limit $3)) s
       order by subject limit $3`,
      from,
    );
  const { reps, teams, pipelines, arrivedOrOpenSince, others } = leads;
  return dataSource.query<SweptSubject[]>(
    `select subject, partition from (
       (select subject, partition from ${set}.lead
         where partition = any($1) and subject > $2
           and (reps && $4::text[] or team = any($5::text[]) or pipelines && $6::text[]
                or arrived_at >= $7::timestamptz or incomplete = 'fold')
         order by subject limit $3)
       union all
       (select subject, partition from ${set}.other_subject
         where $8 and partition = any($1) and subject > $2 order by subject limit $3)) s
     order by subject limit $3`,
    [...from, arrayLiteral(reps), arrayLiteral(teams), arrayLiteral(pipelines), timestamp(arrivedOrOpenSince), others],
  );
}
