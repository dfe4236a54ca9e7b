import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { eventsOfLeads } from './merged-leads.query.js';
import type { Snapshot } from './snapshot.js';

/** Leads that are held at once. */
const atOnce = 500;

type TakeLead = (lead: string, events: readonly LeadclockEvent[]) => void | Promise<void>;
type Period = readonly [from: number, to: number];

/**
 * Hands over each lead that may have to do with a period, with every version of every event of it and of those that were merged into it; in the order of
 * their names, so many at a time. Left out are those that came after it, and those that had been dealt with before it and of which nothing was heard since.
 */
export async function eachLeadOf(
  snapshot: Snapshot,
  { from, to }: { readonly from: number; readonly to: number },
  take: TakeLead,
): Promise<void> {
  await each(snapshot, leadsOf(snapshot.set.name), [from, to], take);
  await each(snapshot, takenBackOf(snapshot.set.name), [from, to], take);
}

const from = 'to_timestamp($2::float8 / 1000)';
const to = 'to_timestamp($3::float8 / 1000)';

const leadsOf = (set: string): string => `
  select l.subject from ${set}.lead l
   where l.subject > $1 and (l.arrived_at is null or l.arrived_at < ${to})
     and (l.last_at >= ${from} or l.status = 'waiting' or (l.contacted_at is null and l.closed_at is null)
       or exists (select from ${set}.timeline t where t.subject = l.subject and t.recorded_at >= ${from}))
   order by l.subject limit ${atOnce}`;

/** Somebody was told of them, and then all that had been said of them was taken back: they are no leads any more. */
const takenBackOf = (set: string): string => `
  select o.subject from ${set}.other_subject o
   where o.subject > $1 and o.merged_into is null
     and exists (select from public.alert a where a.lead = o.subject and a.due_at >= ${from} and a.due_at < ${to})
   order by o.subject limit ${atOnce}`;

async function each(snapshot: Snapshot, query: string, period: Period, take: TakeLead): Promise<void> {
  for (let after = ''; ; ) {
    const leads = (await snapshot.em.query<{ subject: string }[]>(query, [after, ...period])).map(({ subject }) => subject);
    const events = await eventsOfLeads(snapshot, leads);
    for (const lead of leads) await take(lead, events.get(lead) ?? []);
    const last = leads.at(-1);
    if (last === undefined || leads.length < atOnce) return;
    after = last;
  }
}
