/**
 * The tables of one set: everything that is derived from the log, in a schema of its own, so that a rebuild can fill another beside it.
 * `fact` keeps instants as epoch milliseconds (bigint): rows of machines for machines, cheap to write, to compare and to read exactly.
 * No index stands on a column that changes with every event.
 *
 * `deadline.policy` and `.clock` are what, beside lead and step, names the alert: `default` or the policy.set, `lead` or the event that made
 * the owner (as JSON of source and id).
 *
 * `timeline` holds every version of an event that was heard; `conflict` names those that do not count (another one of the same
 * identity does). `other_subject` lists the subjects without a row in `lead`: those that are no lead (a rate, a spend), and leads that were merged
 * away, with the lead that they belong to now. `merge` holds the lead.merged events that count, by the lead that they were recorded under;
 * `refold` the leads whose rows do not say yet what was stored of them or of the leads merged into them. `lead.incomplete` is null, `parked`
 * (an event of this lead could not be read) or `fold` (its rows are the last good ones). `parked.partition` and `offset` are those of the log.
 */
export function setTables(set: string): string {
  return `
create schema ${set};

create table ${set}.lead (
  subject text collate "C" not null,
  partition smallint not null,
  events integer not null,
  arrived_at timestamptz,
  historical boolean not null,
  status text not null,
  owner text, owner_since timestamptz, team text,
  origin text, campaign text, channel text, segment text, product text,
  amount bigint, currency text,
  answered_at timestamptz, answered_by text,
  contacted_at timestamptz,
  received_at timestamptz, assigned_at timestamptz, assigned_by_rep boolean not null,
  seen_at timestamptz, claimed_at timestamptz, attempted_at timestamptz,
  closed_at timestamptz, closed_reason text,
  paused_at timestamptz,
  due_at timestamptz, waits_until timestamptz,
  dispute text,
  odd text[] not null,
  touches integer not null, open_deals integer not null,
  last_at timestamptz not null,
  reps text[] not null, pipelines text[] not null,
  incomplete text
);

create table ${set}.timeline (
  subject text collate "C" not null,
  source text collate "C" not null,
  id text collate "C" not null,
  digest text collate "C" not null,
  type text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  body json not null
);

create table ${set}.conflict (
  subject text collate "C" not null,
  source text collate "C" not null,
  id text collate "C" not null,
  digest text collate "C" not null,
  primary key (subject, source, id, digest)
);

create table ${set}.other_subject (
  subject text collate "C" primary key,
  partition smallint not null,
  incomplete text,
  merged_into text collate "C"
);
${mergeTables(set)}
create table ${set}.config_event (
  subject text collate "C" not null,
  source text collate "C" not null,
  id text collate "C" not null,
  digest text collate "C" not null,
  type text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  body json not null,
  primary key (subject, source, id, digest)
);

create table ${set}.fact (
  subject text collate "C" not null,
  kind text collate "C" not null,
  n integer not null,
  part text, item text,
  at bigint, "from" bigint not null, until bigint, since bigint, due bigint,
  value bigint, excluded text,
  outcome text, touch_channel text,
  team text, rep text, origin text, campaign text, channel text, segment text, product text, pipeline text, stage text, currency text
) with (fillfactor = 85);

create table ${set}.deadline (
  id bigint generated always as identity,
  lead text collate "C" not null,
  step text collate "C" not null,
  due_at timestamptz not null,
  policy text collate "C" not null,
  clock text collate "C" not null,
  written_at timestamptz not null default now()
);

create table ${set}.parked (
  topic text not null, partition integer not null, "offset" bigint not null,
  reason text not null, problem text not null, subject text collate "C", value bytea, parked_at timestamptz not null default now(),
  primary key (topic, partition, "offset")
);

create table ${set}.checkpoint (
  partition integer primary key,
  next_offset bigint not null,
  config_offset bigint not null,
  change_no bigint not null
);

create table ${set}.change (
  epoch bigint not null, partition integer not null, change_no bigint not null,
  subjects text[] not null, changed_at timestamptz not null default now(),
  primary key (partition, change_no)
);
`;
}

/** The tables of merges, which sets of older programs are given, too. */
export const mergeTables = (set: string): string => `
create table if not exists ${set}.merge (
  child text collate "C" not null,
  source text collate "C" not null,
  id text collate "C" not null,
  into_lead text collate "C",
  happened_at timestamptz not null,
  partition smallint not null,
  into_partition smallint,
  primary key (child, source, id)
);

create table if not exists ${set}.refold (
  id bigint generated always as identity primary key,
  subject text collate "C" not null,
  partition smallint not null
);
`;

/** How merges are found: by the lead that others were merged into, and the leads that were ever said to be merged. */
export const mergeIndexes = (set: string): string => `
create index if not exists merge_by_into on ${set}.merge (into_lead) where into_lead is not null;
create index if not exists other_subject_by_root on ${set}.other_subject (merged_into) where merged_into is not null;
create index if not exists timeline_of_merges on ${set}.timeline (subject) where type = 'lead.merged';
`;

/** The keys of the large tables; made after a rebuild has filled them, at once for an empty set. */
export function setKeys(set: string): string {
  return `
alter table ${set}.lead add primary key (subject);
alter table ${set}.timeline add primary key (subject, source, id, digest);
alter table ${set}.fact add primary key (subject, kind, n);
alter table ${set}.deadline add primary key (lead, step);
`;
}

/** Made after the keys. */
export function setIndexes(set: string): string {
  return `
create index fact_by_place on ${set}.fact (kind, at);
create index deadline_by_id on ${set}.deadline (id);
create index timeline_by_recorded on ${set}.timeline (recorded_at);
create index parked_by_subject on ${set}.parked (subject) where subject is not null;
${factStatistics(set)}${mergeIndexes(set)}${oddIndexes(set)}${loopIndexes(set)}`;
}

/**
 * How many ways there are in which a fact says the words that do not depend on whose it is: few, but the planner would multiply those of each
 * column. Without it it thinks that equal facts are rare, and has all rows handed from its workers to one that groups them. `item` is a name
 * everywhere but in an arrival, where it is a reason.
 */
export const factStatistics = (set: string): string => `
create statistics if not exists ${set}.fact_words (ndistinct)
  on kind, part, excluded, outcome, stage, (case when kind = 'arrival' then item end) from ${set}.fact;
`;

/**
 * How odd data and disputes are found: few rows of many. Their conditions name nothing that changes with every event, nor `until`: a fact that ends
 * stays on its page; what is asked of each new row first is what most rows fail. Questions have to say the same conditions (`odd-data.query.ts`,
 * `amounts.query.ts`) for the planner to see that these hold their rows.
 */
export const oddIndexes = (set: string): string => `
create index if not exists lead_odd on ${set}.lead (subject) include (odd) where odd <> '{}';
create index if not exists lead_disputed on ${set}.lead (subject) include (dispute) where dispute is not null;
create index if not exists fact_odd on ${set}.fact (kind, part, excluded)
  where (value < 0 or excluded is not null) and kind in ('spend', 'subscription', 'goal', 'forecast');
create index if not exists fact_by_currency on ${set}.fact (currency) where currency is not null and value is not null and kind <> 'rate';
`;

/**
 * What the rep's loop asks: a lead that somebody can take, by the longest wait (`next-lead.query.ts`), and the leads about which reps ever agreed
 * something (`agreements.query.ts`). Rows of leads leave the first with their owner or answer: it holds those that are nobody's.
 */
export const loopIndexes = (set: string): string => `
create index if not exists lead_to_take on ${set}.lead (arrived_at, subject) include (due_at, team)
  where owner is null and answered_at is null and closed_at is null and paused_at is null and not historical;
create index if not exists timeline_of_agreements on ${set}.timeline (subject, type, happened_at)
  where type in ('lead.handover_offered', 'lead.follow_up_set');
`;
