import {
  type LeadFilterColumn,
  type LeadLine,
  leadFilterColumns,
  leadStates,
  listLeads,
} from '@leadclock/read-model/queries/leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Answered, Here, Params } from '../answer/answered.js';
import { CursorInstant, readCursor, readLimit, writeCursor } from '../answer/paging.js';
import { nameBook } from '../wall/name-book.js';
import { snakeFields } from './snake-fields.js';

/** A lead as a list shows it: the masked name, times in RFC 3339. */
export type ListedLead = Readonly<Record<string, unknown>>;

/** One page of `GET /v1/leads`. */
export interface LeadPage {
  readonly as_of: string;
  readonly leads: readonly ListedLead[];
  readonly next: string | null;
}

const Cursor = z.strictObject({ now: CursorInstant, order: z.int(), lead: z.string() });
const parameters: readonly string[] = ['state', 'lead', 'limit', 'cursor', ...leadFilterColumns];

/** Leads by state, owner, team and the like. Of a person it shows first name and initial at most. */
export async function leadList(dataSource: DataSource, params: Params, here: Here): Promise<Answered<LeadPage>> {
  const unknown = Object.keys(params).find((name) => !parameters.includes(name));
  if (unknown !== undefined)
    return { ok: false, parameter: unknown, problem: `a list of leads has no parameter ${unknown}`, allowed: parameters };
  const state = leadStates.find((known) => known === (params['state'] ?? 'all'));
  if (state === undefined)
    return { ok: false, parameter: 'state', problem: `there is no state ${String(params['state'])}`, allowed: leadStates };
  const limit = readLimit(params['limit']);
  if (!limit.ok) return limit;
  const after = readCursor(params['cursor'], Cursor);
  if (!after.ok) return after;
  const now = after.body?.now ?? here.now;
  const found = await inSnapshot(dataSource, (snapshot) =>
    listLeads(snapshot, { state, now, filters: filtersOf(params), leads: leadsOf(params), after: after.body, limit: limit.body + 1 }),
  );
  const page = found.slice(0, limit.body);
  const names = await nameBook(dataSource).of(page.map(({ line }) => line.lead));
  const last = page.at(-1);
  const more = found.length > page.length && last !== undefined;
  return {
    ok: true,
    body: {
      as_of: new Date(now).toISOString(),
      leads: page.map(({ line }) => listedLead(line, names.get(line.lead) ?? null)),
      next: more ? writeCursor({ now, order: last.order, lead: last.line.lead }) : null,
    },
  };
}

/** A line in the words of the API. */
function listedLead({ lead, ...line }: LeadLine, name: string | null): ListedLead {
  return { lead, name, ...snakeFields(line) };
}

/** Ids stand one a parameter: a comma may be part of one. */
const leadsOf = ({ lead }: Params): readonly string[] | null => (lead === undefined ? null : [lead].flat());

function filtersOf(params: Params): Partial<Record<LeadFilterColumn, readonly (string | null)[]>> {
  const filters: Partial<Record<LeadFilterColumn, readonly (string | null)[]>> = {};
  for (const column of leadFilterColumns) {
    const given = params[column];
    if (given === undefined) continue;
    filters[column] = [given]
      .flat()
      .flatMap((text) => text.split(','))
      .map((text) => (text === 'null' ? null : text));
  }
  return filters;
}
