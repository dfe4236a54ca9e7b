import { callBackDeadline } from '@leadclock/domain/lead/call-back.js';
import { type Handover, handoverEnd } from '@leadclock/domain/lead/handover.js';
import type { FollowUp } from '@leadclock/domain/lead/lead-state.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { type LeadLine, leadLines } from './leads.query.js';
import { eventsOfLeads } from './merged-leads.query.js';
import type { Snapshot } from './snapshot.js';

/** What reps have agreed about a lead. Instants are epoch milliseconds. */
export interface Agreement {
  readonly line: LeadLine;
  readonly assignment: ReturnType<typeof lastAssignment>;
  /** the last offer to hand it over; `end` null: it can be accepted */
  readonly offer: (Handover & { readonly end: ReturnType<typeof handoverEnd> }) | null;
  /** the call that is promised and was not made yet */
  readonly callBack: FollowUp | null;
}

/** So many leads are folded at once. */
const atOnce = 500;

/** The leads of these subjects about which reps ever agreed something; one that was merged away stands for the lead that it belongs to. */
export const agreedAmong = ({ em, set }: Snapshot, subjects: readonly string[]): Promise<readonly string[]> =>
  found(
    em.query(
      `select distinct coalesce(o.merged_into, t.subject) as lead
         from unnest($1::text[]) wanted(key)
        cross join lateral (select subject from ${set.name}.timeline
                             where subject = wanted.key and type in ('lead.handover_offered', 'lead.follow_up_set') limit 1) t
         left join ${set.name}.other_subject o on o.subject = t.subject`,
      [subjects],
    ),
  );

/** The leads about which something may be agreed now: a call that was promised and not made, or an offer since an instant that nobody has answered. */
export const agreedSince = ({ em, set }: Snapshot, since: number): Promise<readonly string[]> =>
  found(
    em.query(
      `select lead from ${set.name}.deadline where step = 'call_back'
        union
       select coalesce(o.merged_into, t.subject) from ${set.name}.timeline t left join ${set.name}.other_subject o on o.subject = t.subject
        where t.type = 'lead.handover_offered' and t.happened_at > to_timestamp($1 / 1000.0)
          and not exists (select from ${set.name}.timeline a
                           where a.subject = t.subject and a.type in ('lead.handover_accepted', 'lead.handover_declined') and a.happened_at >= t.happened_at)`,
      [since],
    ),
  );

const found = async (rows: Promise<{ readonly lead: string }[]>): Promise<readonly string[]> => (await rows).map(({ lead }) => lead);

/** What stands agreed about these leads; one about which nothing does, or that was erased, is not in it. */
export async function agreementsOf(snapshot: Snapshot, leads: readonly string[]): Promise<ReadonlyMap<string, Agreement>> {
  const agreements = new Map<string, Agreement>();
  for (let from = 0; from < leads.length; from += atOnce) {
    const part = leads.slice(from, from + atOnce);
    const events = await eventsOfLeads(snapshot, part);
    for (const line of await leadLines(snapshot, part)) {
      const state = foldLead(line.lead, events.get(line.lead) ?? []);
      if (state.erasedAt !== null) continue;
      const { handover, followUp } = state;
      const offer = handover === null ? null : { ...handover, end: handoverEnd(state, line.closedAt) };
      const callBack = line.closedAt === null && callBackDeadline(state) !== null ? followUp : null;
      if (offer !== null || callBack !== null) agreements.set(line.lead, { line, assignment: lastAssignment(state), offer, callBack });
    }
  }
  return agreements;
}
