import { type EventName, eventKey } from '@leadclock/domain/events/identity.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { notesOf } from '@leadclock/read-model/queries/contact.query.js';
import { listLeads } from '@leadclock/read-model/queries/leads.query.js';
import { eventsOfLeads, membersOf } from '@leadclock/read-model/queries/merged-leads.query.js';
import { inSnapshot, type Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Answered, Here, Params } from '../answer/answered.js';
import { readCursor, readLimit, writeCursor } from '../answer/paging.js';
import { nameBook } from '../wall/name-book.js';
import { type ToldDispute, toldDispute } from './told-dispute.js';

/** One page of `GET /v1/disputes`: leads with an open dispute, that with the latest sign of life first. Never to be logged: it holds notes. */
export interface DisputePage {
  readonly as_of: string;
  readonly leads: readonly DisputedLead[];
  readonly next: string | null;
}

/** A lead, and all that was ever disputed about it, the oldest first. */
interface DisputedLead {
  readonly lead: string;
  /** first name and initial at most */
  readonly name: string;
  readonly disputes: readonly NotedDispute[];
}

/** A dispute with what people wrote beside it; null: nothing, or it was erased. */
interface NotedDispute extends ToldDispute {
  readonly note: string | null;
  readonly decided: (NonNullable<ToldDispute['decided']> & { readonly note: string | null }) | null;
}

const Cursor = z.strictObject({ now: z.int(), order: z.int(), lead: z.string() });
const parameters: readonly string[] = ['limit', 'cursor'];

/** The disputes that wait for a decision, by lead: all that a page of them shows in one answer. */
export async function disputeList(dataSource: DataSource, params: Params, here: Here): Promise<Answered<DisputePage>> {
  const unknown = Object.keys(params).find((name) => !parameters.includes(name));
  if (unknown !== undefined)
    return { ok: false, parameter: unknown, problem: `a list of disputes has no parameter ${unknown}`, allowed: parameters };
  const limit = readLimit(params['limit']);
  if (!limit.ok) return limit;
  const after = readCursor(params['cursor'], Cursor);
  if (!after.ok) return after;
  const now = after.body?.now ?? here.now;
  return inSnapshot(dataSource, async (snapshot) => {
    const listing = { state: 'disputed', now, filters: {}, leads: null, after: after.body, limit: limit.body + 1 } as const;
    const found = await listLeads(snapshot, listing);
    const page = found.slice(0, limit.body);
    const leads = page.map(({ line }) => line.lead);
    const names = await nameBook(dataSource).of(leads);
    const disputes = await disputesAbout(snapshot, leads);
    const last = page.at(-1);
    const more = found.length > page.length && last !== undefined;
    return {
      ok: true,
      body: {
        as_of: new Date(now).toISOString(),
        leads: leads.map((lead) => ({ lead, name: names.get(lead) ?? lead, disputes: disputes.get(lead) ?? [] })),
        next: more ? writeCursor({ now, order: last.order, lead: last.line.lead }) : null,
      },
    };
  });
}

/** What was disputed about these leads, from their events and those of leads that were merged into them. */
async function disputesAbout(snapshot: Snapshot, leads: readonly string[]): Promise<ReadonlyMap<string, readonly NotedDispute[]>> {
  const members = await membersOf(snapshot, leads);
  const notes = await notesOf(snapshot, [...members.values()].flat());
  const events = await eventsOfLeads(snapshot, leads);
  return new Map(
    leads.map((lead) => {
      const noteOf = (event: EventName): string | null => {
        const named = (members.get(lead) ?? []).map((member) => notes.get(member)?.get(eventKey(event)));
        return named.find((note) => note !== undefined) ?? null;
      };
      const { disputes } = foldLead(lead, events.get(lead) ?? []);
      return [lead, disputes.map((dispute) => noted(toldDispute(dispute), noteOf))];
    }),
  );
}

const noted = ({ decided, ...dispute }: ToldDispute, noteOf: (event: EventName) => string | null): NotedDispute => ({
  ...dispute,
  note: noteOf(dispute.event),
  decided: decided === null ? null : { ...decided, note: noteOf(decided.event) },
});
