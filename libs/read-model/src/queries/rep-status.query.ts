import { type StatusSaid, statusSaid } from '@leadclock/domain/alerts/rota-said.js';
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
  const events = new Map<string, LeadclockEvent[]>();
  for (const { rep, body } of rows) events.set(rep, [...(events.get(rep) ?? []), ...stored(body)]);
  return new Map(
    [...events].flatMap(([rep, told]) => {
      const said = statusSaid(told);
      return said === null ? [] : [[rep, said] as const];
    }),
  );
}
