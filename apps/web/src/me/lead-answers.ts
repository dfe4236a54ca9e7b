import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';

/** What the vault has of a person; null: nobody told. */
const Contact = z.object({
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  company: z.nullable(z.string()),
  language: z.nullable(z.string()),
  message: z.nullable(z.string()),
});
export type Contact = z.infer<typeof Contact>;

/** An event of the lead, as the timeline tells it; `data` is by the event's type. */
const TimelineEvent = z.object({
  time: z.string(),
  type: z.string(),
  source: z.string(),
  id: z.string(),
  data: z.looseObject({
    channel: z.optional(z.string()),
    outcome: z.optional(z.string()),
    actor: z.optional(z.string()),
    rep: z.optional(z.string()),
    origin: z.optional(z.string()),
    campaign: z.optional(z.string()),
    product: z.optional(z.string()),
    reason: z.optional(z.string()),
  }),
  counts: z.boolean(),
  code: z.string(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

const Timeline = z.object({ events: z.array(TimelineEvent) });
const Detail = z.object({ name: z.string() });

/** `missing`: the server has nothing of that kind; everything else that goes wrong is an error and asked once more. */
type Found<T> = { readonly kind: 'found'; readonly body: T } | { readonly kind: 'missing' };

async function ask<T>(path: string, shape: z.ZodMiniType<T>, signal: AbortSignal): Promise<Found<T>> {
  const reply = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (reply.status === 404) return { kind: 'missing' };
  if (!reply.ok) throw new Error(`status ${reply.status}`);
  return { kind: 'found', body: shape.parse(await reply.json()) };
}

const of = (lead: string): string => `/v1/leads/${encodeURIComponent(lead)}`;

/** Who the person is. It is kept no longer than the page shows it. */
export const useContact = (lead: string) =>
  useQuery({
    queryKey: ['contact', lead],
    queryFn: ({ signal }) => ask(`${of(lead)}/contact`, Contact, signal),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: 1,
  });

/** What has happened to the lead; `version` changes whenever something new is known. */
export const useTimeline = (lead: string, version: string) =>
  useQuery({
    queryKey: ['timeline', lead, version],
    queryFn: ({ signal }) => ask(`${of(lead)}/timeline`, Timeline, signal),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: 1,
    placeholderData: (before, query) => (query?.queryKey[1] === lead ? before : undefined),
  });

/** The masked name of a lead that does not wait. */
export const useDetail = (lead: string, wanted: boolean) =>
  useQuery({
    queryKey: ['detail', lead],
    queryFn: ({ signal }) => ask(of(lead), Detail, signal),
    enabled: wanted,
    staleTime: 60_000,
    retry: 1,
  });
