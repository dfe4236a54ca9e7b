import { literal, whole } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

/** A line of a list of leads. Instants are epoch milliseconds. */
export interface LeadLine {
  readonly lead: string;
  readonly status: string;
  readonly arrivedAt: number | null;
  readonly owner: string | null;
  readonly ownerSince: number | null;
  readonly team: string | null;
  readonly origin: string | null;
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly segment: string | null;
  readonly product: string | null;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly contactedAt: number | null;
  readonly closedAt: number | null;
  readonly pausedAt: number | null;
  readonly dueAt: number | null;
  readonly waitsUntil: number | null;
  readonly dispute: string | null;
  readonly odd: readonly string[];
  readonly touches: number;
  readonly openDeals: number;
  readonly lastAt: number;
  readonly incomplete: string | null;
}

export const leadFilterColumns = ['owner', 'team', 'origin', 'campaign', 'channel', 'segment', 'product'] as const;
export type LeadFilterColumn = (typeof leadFilterColumns)[number];

export const leadStates = ['all', 'waiting', 'late', 'unassigned', 'paused', 'answered', 'closed', 'disputed', 'odd'] as const;
export type LeadState = (typeof leadStates)[number];

export interface LeadListing {
  readonly state: LeadState;
  readonly now: number;
  readonly filters: Readonly<Partial<Record<LeadFilterColumn, readonly (string | null)[]>>>;
  /** only these; null: whichever */
  readonly leads: readonly string[] | null;
  /** begins after this lead; `order` is its place as the list sorts */
  readonly after: { readonly order: number; readonly lead: string } | null;
  readonly limit: number;
}

/** A line, and its place as the list sorts. */
export interface PlacedLead {
  readonly line: LeadLine;
  readonly order: number;
}

const ms = (column: string, name: string) => `(extract(epoch from ${column}) * 1000)::bigint as "${name}"`;
const columns = [
  'subject as lead',
  'status',
  ms('arrived_at', 'arrivedAt'),
  'owner',
  ms('owner_since', 'ownerSince'),
  'team, origin, campaign, channel, segment, product',
  ms('answered_at', 'answeredAt'),
  'answered_by as "answeredBy"',
  ms('contacted_at', 'contactedAt'),
  ms('closed_at', 'closedAt'),
  ms('paused_at', 'pausedAt'),
  ms('due_at', 'dueAt'),
  ms('waits_until', 'waitsUntil'),
  'dispute, odd, touches, open_deals as "openDeals"',
  ms('last_at', 'lastAt'),
  'incomplete',
].join(', ');

/** How disputes about these leads (null: about any) stand, of those that have any. */
export async function disputesOf({ em, set }: Snapshot, leads: readonly string[] | null): Promise<ReadonlyMap<string, string>> {
  const disputed = `select subject, dispute from ${set.name}.lead where dispute is not null`;
  const rows: { subject: string; dispute: string }[] =
    leads === null ? await em.query(disputed) : await em.query(`${disputed} and subject = any($1)`, [leads]);
  return new Map(rows.map(({ subject, dispute }) => [subject, dispute]));
}

const queues: readonly LeadState[] = ['waiting', 'late', 'unassigned', 'paused'];

/**
 * Leads in a state: those that wait by the longest wait, all others by the latest sign of life. `order` goes into the next page's `after`. What a line
 * shows is read and reckoned of those that are on the page alone: the rest of the leads are only compared.
 */
export async function listLeads({ em, set }: Snapshot, listing: LeadListing): Promise<PlacedLead[]> {
  const isQueue = queues.includes(listing.state);
  const sorted = isQueue ? 'arrived_at' : 'last_at';
  const { after } = listing;
  const conditions = [
    inState(listing.state, instant(listing.now)),
    ...Object.entries(listing.filters).map(([column, values]) => oneOf(column, values)),
    ...(listing.leads === null ? [] : [oneOf('subject', listing.leads)]),
    ...(after === null ? [] : [beyond(sorted, isQueue ? '>' : '<', instant(isQueue ? after.order : -after.order), after.lead)]),
  ];
  const order = `order by ${sorted} ${isQueue ? 'asc' : 'desc'}, subject`;
  const lines = await em.query<LeadLine[]>(
    `select ${columns} from ${set.name}.lead
      where subject = any(array(select subject from ${set.name}.lead where ${conditions.join(' and ')} ${order} limit ${whole(listing.limit)}))
      ${order}`,
  );
  return lines.map((line) => ({ order: isQueue ? (line.arrivedAt ?? 0) : -line.lastAt, line }));
}

const instant = (at: number): string => `to_timestamp(${whole(at)} / 1000.0)`;

const beyond = (column: string, direction: '<' | '>', at: string, lead: string): string =>
  `(${column} ${direction} ${at} or ${column} = ${at} and subject > ${literal(lead)})`;

export async function leadLine({ em, set }: Snapshot, lead: string): Promise<LeadLine | null> {
  const [line] = await em.query<LeadLine[]>(`select ${columns} from ${set.name}.lead where subject = $1`, [lead]);
  return line ?? null;
}

/** Those of these leads that there are. */
export const leadLines = ({ em, set }: Snapshot, leads: readonly string[]): Promise<LeadLine[]> =>
  em.query<LeadLine[]>(`select ${columns} from ${set.name}.lead where subject = any($1::text[])`, [leads]);

function inState(state: LeadState, now: string): string {
  const waits = `arrived_at <= ${now} and answered_at is null and closed_at is null and waits_until > ${now}`;
  switch (state) {
    case 'all':
      return 'true';
    case 'waiting':
      return waits;
    case 'late':
      return `${waits} and paused_at is null and due_at <= ${now}`;
    case 'unassigned':
      return `${waits} and owner is null`;
    case 'paused':
      return `${waits} and paused_at is not null`;
    case 'answered':
      return `answered_at <= ${now}`;
    case 'closed':
      return `closed_at <= ${now}`;
    case 'odd':
      return `odd <> '{}'`;
    case 'disputed':
      return `dispute = 'open'`;
  }
}

function oneOf(column: string, values: readonly (string | null)[]): string {
  const named = values.filter((value) => value !== null);
  const parts = [
    ...(named.length > 0 ? [`${column} in (${named.map(literal).join(', ')})`] : []),
    ...(values.includes(null) ? [`${column} is null`] : []),
  ];
  return `(${parts.join(' or ') || 'false'})`;
}
