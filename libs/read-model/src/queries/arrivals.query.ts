import type { Snapshot } from './snapshot.js';

/** A lead that has arrived, and the first that is known of it; epoch milliseconds. */
export interface Arrival {
  readonly lead: string;
  readonly arrivedAt: number;
  readonly origin: string | null;
  readonly channel: string | null;
  readonly segment: string | null;
  /** its own or that of its owner; null: no event has named one */
  readonly team: string | null;
}

/** How many leads are read at once. */
const PAGE = 2_000;

/** Leads that arrived in [from, to), in the order of their ids, page by page. */
export async function* arrivalsBetween({ em, set }: Snapshot, from: number, to: number): AsyncGenerator<readonly Arrival[]> {
  let after = '';
  for (;;) {
    const page = await em.query<Arrival[]>(
      `select subject as lead, (extract(epoch from arrived_at) * 1000)::bigint as "arrivedAt", origin, channel, segment, team
         from ${set.name}.lead
        where subject > $1 and arrived_at >= to_timestamp($2 / 1000.0) and arrived_at < to_timestamp($3 / 1000.0)
        order by subject limit ${PAGE}`,
      [after, from, to],
    );
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.lead;
  }
}
