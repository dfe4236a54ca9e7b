import type { Snapshot } from './snapshot.js';

/** They change what was true before their own time. */
const corrections = ['touchpoint.corrected', 'touchpoint.retracted', 'lead.merged', 'lead.erased', 'event.retracted'];

/**
 * The subjects of which something was heard after `knownAt` that says something about `asOf` or before: an event dated up to then,
 * or a correction. Of all others the present rows say what was known. Instants are epoch milliseconds; found by the index on the recorded time.
 */
export async function subjectsHeardLater({ em, set }: Snapshot, knownAt: number, asOf: number): Promise<string[]> {
  const rows = await em.query<{ subject: string }[]>(
    `select distinct subject from ${set.name}.timeline
      where recorded_at > to_timestamp($1::float8 / 1000)
        and (least(happened_at, recorded_at) <= to_timestamp($2::float8 / 1000) or type = any($3))`,
    [knownAt, asOf, corrections],
  );
  return rows.map(({ subject }) => subject);
}

/** Which leads a change of the configuration can touch, as the domain says it (SweepScope's own fields). */
export interface LeadScope {
  readonly reps: readonly string[];
  readonly teams: readonly string[];
  readonly pipelines: readonly string[];
  /** leads that arrived at or after this instant, or waited then; null: none by that */
  readonly arrivedOrOpenSince: number | null;
  /** and all subjects that are no leads */
  readonly others: boolean;
}

export async function subjectsInScope({ em, set }: Snapshot, scope: LeadScope): Promise<string[]> {
  const rows = await em.query<{ subject: string }[]>(
    `select subject from ${set.name}.lead
      where reps && $1::text[] or pipelines && $2::text[] or team = any($3::text[])
         or ($4::float8 is not null and (arrived_at >= to_timestamp($4::float8 / 1000) or waits_until >= to_timestamp($4::float8 / 1000)))
      union all select subject from ${set.name}.other_subject where $5`,
    [scope.reps, scope.pipelines, scope.teams, scope.arrivedOrOpenSince, scope.others],
  );
  return rows.map(({ subject }) => subject);
}

/** Every subject that has events, a page at a time, in the order of their bytes. */
export async function subjectsAfter({ em, set }: Snapshot, after: string | null, limit: number): Promise<string[]> {
  const rows = await em.query<{ subject: string }[]>(
    `select subject from (select subject from ${set.name}.lead union all select subject from ${set.name}.other_subject) known
      where $1::text is null or subject > $1 collate "C" order by subject limit $2`,
    [after, limit],
  );
  return rows.map(({ subject }) => subject);
}
