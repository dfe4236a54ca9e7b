import { type StatusSaid, statusesSaid, statusSaid } from '@leadclock/domain/alerts/rota-said.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { stored } from './events.query.js';
import type { Snapshot } from './snapshot.js';

/** Of each rep the latest so many: one that was taken back gives way to the one before, and nobody takes back more. */
const lookedAt = 20;

/** What each of these reps is doing, as was said last; who never said anything is not in it. */
export async function repStatuses({ em, set }: Snapshot, reps: readonly string[]): Promise<ReadonlyMap<string, StatusSaid>> {
  const rows = await em.query<{ rep: string; body: string }[]>(
    `select wanted.rep, t.body::text as body from unnest($1::text[]) wanted(rep) cross join lateral (
       select body from ${set.name}.timeline where subject = wanted.rep and type in ('rep.status_changed', 'event.retracted')
        order by happened_at desc limit ${lookedAt}) t`,
    [reps],
  );
  return new Map(
    [...byRep(rows)].flatMap(([rep, told]) => {
      const said = statusSaid(told);
      return said === null ? [] : [[rep, said] as const];
    }),
  );
}

/** All that was said of these reps in [from, to], and what held at its beginning, by rep; epoch milliseconds. */
export async function statusesOver(
  { em, set }: Snapshot,
  reps: readonly string[],
  from: number,
  to: number,
): Promise<ReadonlyMap<string, readonly StatusSaid[]>> {
  const rows = await em.query<{ rep: string; body: string }[]>(
    `select wanted.rep, t.body::text as body from unnest($1::text[]) wanted(rep) cross join lateral (
       (select body from ${set.name}.timeline
         where subject = wanted.rep and type in ('rep.status_changed', 'event.retracted') and happened_at < to_timestamp($2 / 1000.0)
         order by happened_at desc limit ${lookedAt})
       union all
       select body from ${set.name}.timeline
        where subject = wanted.rep and happened_at >= to_timestamp($2 / 1000.0)
          and (type = 'event.retracted' or (type = 'rep.status_changed' and happened_at <= to_timestamp($3 / 1000.0)))) t`,
    [reps, from, to],
  );
  return new Map([...byRep(rows)].map(([rep, told]) => [rep, statusesSaid(told)]));
}

function byRep(rows: readonly { readonly rep: string; readonly body: string }[]): ReadonlyMap<string, readonly LeadclockEvent[]> {
  const events = new Map<string, LeadclockEvent[]>();
  for (const { rep, body } of rows) {
    const known = events.get(rep);
    if (known === undefined) events.set(rep, stored(body));
    else known.push(...stored(body));
  }
  return events;
}
