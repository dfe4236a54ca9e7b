import * as z from 'zod/mini';

/** What `GET /v1` answers, as far as this page reads it. Times are RFC 3339, durations seconds. */
const Text = z.nullable(z.string());
const Amount = z.nullable(z.number());

const Group = z.object({
  key: z.record(z.string(), Text),
  value: Amount,
  n: z.number(),
  p90: z.optional(Amount),
  met: z.optional(z.number()),
  breached: z.optional(z.number()),
});
export type Group = z.infer<typeof Group>;

export const Answer = z.object({ as_of: z.string(), groups: z.array(Group) });
export type Answer = z.infer<typeof Answer>;

export const Trend = z.object({ buckets: z.array(z.object({ from: z.string(), to: z.string(), groups: z.array(Group) })) });
export type Trend = z.infer<typeof Trend>;

const Row = z.object({
  subject: z.string(),
  kind: z.string(),
  n: z.number(),
  part: Text,
  item: Text,
  at: Text,
  from: z.string(),
  since: z.optional(Text),
  due: Text,
  value: Amount,
  excluded: Text,
  rep: Text,
  origin: Text,
  product: Text,
});
export type Row = z.infer<typeof Row>;

export const Rows = z.object({ as_of: z.string(), rows: z.array(Row), next: Text });
export type Rows = z.infer<typeof Rows>;

const ListedLead = z.object({
  lead: z.string(),
  name: Text,
  status: z.string(),
  arrived_at: Text,
  owner: Text,
  origin: Text,
  product: Text,
  answered_at: Text,
  answered_by: Text,
  paused_at: Text,
  due_at: Text,
  odd: z.optional(z.array(z.string())),
});
export type ListedLead = z.infer<typeof ListedLead>;

export const LeadPage = z.object({ as_of: z.string(), leads: z.array(ListedLead), next: Text });
export type LeadPage = z.infer<typeof LeadPage>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.record(z.string(), z.unknown())]);

const TimelineEvent = z.object({
  time: z.string(),
  recorded_time: z.string(),
  type: z.string(),
  source: z.string(),
  id: z.string(),
  data: z.record(z.string(), Value),
  counts: z.boolean(),
  code: z.string(),
  values: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const Timeline = z.object({ as_of: z.string(), events: z.array(TimelineEvent) });
export type Timeline = z.infer<typeof Timeline>;

const Dispute = z.object({
  event: z.object({ source: z.string(), id: z.string() }),
  at: z.string(),
  rep: z.string(),
  about: z.string(),
  reason: z.string(),
  /** only where notes come along */
  note: z.optional(Text),
  decided: z.nullable(z.object({ at: z.string(), by: z.string(), accepted: z.boolean(), reason: Text })),
});
export type Dispute = z.infer<typeof Dispute>;

/** Leads with an open dispute, each with all that was disputed about it. */
export const DisputePage = z.object({
  leads: z.array(z.object({ lead: z.string(), name: z.string(), disputes: z.array(Dispute) })),
  next: Text,
});

export const LeadDetail = z.object({
  lead: z.string(),
  name: z.string(),
  as_of: z.string(),
  incomplete: Text,
  state: z.object({
    status: z.string(),
    arrived_at: Text,
    owner: Text,
    team: Text,
    origin: Text,
    campaign: Text,
    channel: Text,
    product: Text,
    answered_at: Text,
    answered_by: Text,
    contacted_at: Text,
    paused_at: z.optional(Text),
    closed_at: Text,
    closed_reason: Text,
    due_at: Text,
    merged_into: z.optional(Text),
  }),
  handover: z.optional(z.nullable(z.object({ from: z.string(), to: z.string(), at: z.string() }))),
  call_back: z.optional(z.nullable(z.object({ at: z.string(), rep: z.string() }))),
  disputes: z.array(Dispute),
  journey: z.array(z.object({ leg: z.string(), seconds: z.number(), by: z.string() })),
  clocks: z.object({
    due_at: Text,
    verdict: Text,
    paused: z.boolean(),
    working_s: z.number(),
    wall_s: z.number(),
    paused_s: z.number(),
    pauses: z.array(z.object({ from: z.string(), until: Text, seconds: z.number(), reason: Text, rep: Text })),
  }),
  policy: z.nullable(
    z.object({
      id: Text,
      version: z.nullable(z.number()),
      answer_seconds: z.number(),
      contact_seconds: z.optional(z.nullable(z.number())),
      calendar: Text,
      outbound: z.array(z.string()),
      inbound: z.array(z.string()),
      actors: z.array(z.string()),
    }),
  ),
});
export type LeadDetail = z.infer<typeof LeadDetail>;
