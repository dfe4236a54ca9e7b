import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../../team/ask.js';

const list = z.array(z.string());
export const Step = z.object({
  id: z.string(),
  clock: z.enum(['lead', 'owner']),
  of: z.enum(['answer', 'contact']),
  at_s: z.optional(z.number()),
  at_percent: z.optional(z.number()),
  notify: list,
  action: z.optional(z.string()),
  repeat_s: z.optional(z.number()),
  repeat_max: z.optional(z.number()),
});
export type Step = z.infer<typeof Step>;

/** A policy as POST /v1/policies takes it, under an id; its fields in the order in which they are listed. */
export const Settings = z.object({
  removed: z.optional(z.boolean()),
  order: z.number(),
  match: z.object({ origin: z.optional(list), team: z.optional(list), segment: z.optional(list), channel: z.optional(list) }),
  calendar: z.optional(z.string()),
  targets: z.object({ answer_s: z.optional(z.number()), contact_s: z.optional(z.number()) }),
  counts: z.optional(z.object({ outbound: list, inbound: list, actors: list, unless: list })),
  quiet: z.optional(z.object({ from: z.string(), to: z.string() })),
  snooze_max_s: z.optional(z.number()),
  steps: z.array(Step),
  effective_from: z.optional(z.string()),
});
export type Settings = z.infer<typeof Settings>;

const Version = z.object({
  version: z.number(),
  event: z.object({ source: z.string(), id: z.string() }),
  effective_at: z.string(),
  settings: Settings,
});
export type Version = z.infer<typeof Version>;

const Listed = z.extend(Version, { policy: z.string(), versions: z.number() });
export type Listed = z.infer<typeof Listed>;

export const PolicyList = z.object({
  as_of: z.string(),
  policies: z.array(Listed),
  coming: z.array(Listed),
  removed: z.array(z.object({ policy: z.string(), removed_at: z.string(), event: z.object({ id: z.string() }), versions: z.number() })),
  default: Settings,
});
export type PolicyList = z.infer<typeof PolicyList>;

const History = z.object({ policy: z.string(), version: z.number(), versions: z.array(Version) });

const Named = z.array(z.object({ id: z.string(), name: z.string() }));
const Choices = z.object({
  origins: list,
  segments: list,
  channels: list,
  teams: Named,
  reps: Named,
  calendars: list,
  screens: list,
  listening_channels: list,
  reached: list,
});
/** `reached`: null while that is not known. */
export type Choices = Omit<z.infer<typeof Choices>, 'reached'> & { readonly reached: readonly string[] | null };

const noChoices: Choices = {
  origins: [],
  segments: [],
  channels: [],
  teams: [],
  reps: [],
  calendars: [],
  screens: [],
  listening_channels: [],
  reached: null,
};

export const POLICIES = 'policies';
export const POLICY_CHOICES = 'policy-choices';
/** Others may set policies at any time. */
const AGAIN_MS = 10_000;

export const askPolicies = (signal: AbortSignal): Promise<PolicyList> => ask('/v1/policies', PolicyList, signal);

/** The policies in force, those to come, and what was taken away. */
export const usePolicies = () =>
  useQuery({ queryKey: [POLICIES], staleTime: 0, refetchInterval: AGAIN_MS, queryFn: ({ signal }) => askPolicies(signal) });

/** All versions of a policy; `versions`: how many there are, so that another one is asked for. */
export const usePolicyHistory = (policy: string, versions: number) =>
  useQuery({
    queryKey: [POLICIES, policy, versions],
    queryFn: ({ signal }) => ask(`/v1/policies/${encodeURIComponent(policy)}`, History, signal),
  });

/** What a policy can name; nothing while it is not known. */
export const useChoices = (): Choices =>
  useQuery({ queryKey: [POLICY_CHOICES], staleTime: 60_000, queryFn: ({ signal }) => ask('/v1/policy-choices', Choices, signal) }).data ??
  noChoices;
