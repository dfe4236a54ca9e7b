import type { EntityManager } from 'typeorm';
import { columnLiterals } from './key-rows.js';
import { type TimelineRow, timelineCells, timelineShape } from './timeline.table.js';

/** Keeps the configuration events to be shown. Every projector writes them; of one version the earliest hearing stays, so order does not matter. */
export async function putConfigEvents(em: EntityManager, set: string, rows: readonly TimelineRow[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(timelineShape.columns);
  const read = Object.entries(timelineShape.columns).map(([name, type]) => `r.${name}::${type}`);
  const from = names.map((_, i) => `$${i + 1}::text[]`);
  await em.query(
    `insert into ${set}.config_event as c (${names.join(', ')})
     select distinct on (subject, source, id, digest) ${read.join(', ')} from unnest(${from.join(', ')}) r(${names.join(', ')})
      order by subject, source, id, digest, r.recorded_at::timestamptz, r.body collate "C"
     on conflict (subject, source, id, digest) do update set recorded_at = excluded.recorded_at, body = excluded.body
      where (excluded.recorded_at, excluded.body::text collate "C") < (c.recorded_at, c.body::text collate "C")`,
    columnLiterals(rows.map(timelineCells), names.length),
  );
}
