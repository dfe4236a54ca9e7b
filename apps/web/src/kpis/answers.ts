import * as z from 'zod/mini';

/** What `GET /v1/kpis` answers, as far as this page reads it. */
const Text = z.nullable(z.string());

const Definition = z.object({
  name: z.string(),
  section: z.string(),
  version: z.number(),
  title: z.string(),
  formula: z.string(),
  example: z.string(),
  unit: z.string(),
  better: z.string(),
  shape: z.string(),
  parameters: z.record(z.string(), z.object({ values: z.array(z.string()), default: z.string() })),
  dimensions: z.array(z.string()),
  max_by: z.number(),
  /** whether a target of it has milestones */
  milestones: z.optional(z.boolean()),
});
export type Definition = z.infer<typeof Definition>;

export const Catalogue = z.object({ kpis: z.array(Definition) });

/** The KPI's own fields (won, p90, currency …) stand beside those that every group has. */
const Group = z.looseObject({
  key: z.record(z.string(), Text),
  value: z.nullable(z.number()),
  n: z.number(),
  excluded: z.record(z.string(), z.number()),
  /** of what is drawn from a sample: whether that is too small to judge by */
  small: z.optional(z.boolean()),
});
export type Group = z.infer<typeof Group>;

export const Answer = z.object({ kpi: z.string(), as_of: z.string(), from: Text, to: Text, groups: z.array(Group) });
export type Answer = z.infer<typeof Answer>;

const Change = z.object({ then: z.nullable(z.number()), difference: z.nullable(z.number()), relative: z.nullable(z.number()) });
export type Change = z.infer<typeof Change>;

/** An earlier answer; a `reason` says why there is none. */
const Earlier = z.object({ reason: Text, from: z.optional(Text), to: z.optional(Text), changes: z.optional(z.array(Change)) });
export type Earlier = z.infer<typeof Earlier>;

export const Compared = z.object({ before: Earlier, weekday: Earlier, last_year: Earlier });
export type Compared = z.infer<typeof Compared>;

const Milestone = z.object({
  share: z.number(),
  amount: z.number(),
  reached_from: Text,
  due: z.string(),
  state: z.enum(['ahead', 'behind', 'open']),
});
export type Milestone = z.infer<typeof Milestone>;

/** Of those who have a target for the period. */
export const Milestones = z.object({
  unit: z.string(),
  currency: Text,
  groups: z.array(z.object({ target: z.number(), milestones: z.nullable(z.array(Milestone)) })),
});
export type Milestones = z.infer<typeof Milestones>;

const ExplainedPart = z.object({
  name: z.string(),
  kpi: Text,
  title: z.string(),
  as_of: z.string(),
  parameters: z.record(z.string(), z.string()),
  row_count: z.number(),
  groups: z.nullable(z.array(Group)),
});
export type ExplainedPart = z.infer<typeof ExplainedPart>;

/** How a number came to be: the formula with its numbers filled in, and of a formula its parts. */
export const Explained = z.object({
  groups: z.array(z.object({ filled: z.string(), excluded: z.array(z.object({ reason: z.string(), words: z.string() })) })),
  parts: z.array(ExplainedPart),
});
export type Explained = z.infer<typeof Explained>;

export const Headlines = z.object({ as_of: z.string(), answers: z.array(Answer) });

export const Trend = z.object({
  bucket: z.string(),
  buckets: z.array(z.object({ from: z.string(), to: z.string(), groups: z.array(Group) })),
});
export type Trend = z.infer<typeof Trend>;

export const Row = z.object({
  of: z.string(),
  subject: z.string(),
  kind: z.string(),
  n: z.number(),
  part: Text,
  item: Text,
  at: Text,
  from: z.string(),
  value: z.nullable(z.number()),
  excluded: Text,
  outcome: Text,
  touch_channel: Text,
  rep: Text,
  origin: Text,
  stage: Text,
  currency: Text,
  dispute: Text,
});
export type Row = z.infer<typeof Row>;

export const Rows = z.object({ as_of: z.string(), rows: z.array(Row), next: Text });
export type Rows = z.infer<typeof Rows>;
