import { useQuery } from '@tanstack/react-query';
import { instantIn, listIn, memberIn, textIn } from '../console/json.js';

/** What the vault has of a person; null: nobody told. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly company: string | null;
  readonly language: string | null;
  readonly message: string | null;
}

/** An event of the lead, as the timeline tells it. */
export interface TimelineEvent {
  readonly at: number;
  readonly type: string;
  readonly key: string;
  readonly counts: boolean;
  readonly code: string;
  readonly channel: string | null;
  readonly outcome: string | null;
  readonly actor: string | null;
  readonly rep: string | null;
  readonly campaign: string | null;
  readonly product: string | null;
}

export const readContact = (body: unknown): Contact => ({
  name: textIn(body, 'name'),
  phone: textIn(body, 'phone'),
  email: textIn(body, 'email'),
  company: textIn(body, 'company'),
  language: textIn(body, 'language'),
  message: textIn(body, 'message'),
});

/** The events of a timeline; one without time or type is left out. */
export const readTimeline = (body: unknown): readonly TimelineEvent[] => listIn(body, 'events').flatMap((event) => readEvent(event) ?? []);

function readEvent(event: unknown): TimelineEvent | null {
  const [at, type, data] = [instantIn(event, 'time'), textIn(event, 'type'), memberIn(event, 'data')];
  if (at === null || type === null) return null;
  return {
    at,
    type,
    key: `${textIn(event, 'source') ?? ''} ${textIn(event, 'id') ?? ''}`,
    counts: memberIn(event, 'counts') === true,
    code: textIn(event, 'code') ?? '',
    channel: textIn(data, 'channel'),
    outcome: textIn(data, 'outcome'),
    actor: textIn(data, 'actor'),
    rep: textIn(data, 'rep'),
    campaign: textIn(data, 'campaign'),
    product: textIn(data, 'product'),
  };
}

/** `missing`: the server has nothing of that kind; everything else that goes wrong is an error and asked once more. */
type Found<T> = { readonly kind: 'found'; readonly body: T } | { readonly kind: 'missing' };

/** Asks the server; nothing there is an answer, too. */
export async function ask<T>(path: string, read: (body: unknown) => T, signal: AbortSignal): Promise<Found<T>> {
  const reply = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (reply.status === 404) return { kind: 'missing' };
  if (!reply.ok) throw new Error(`status ${reply.status}`);
  return { kind: 'found', body: read(await reply.json()) };
}

const of = (lead: string): string => `/v1/leads/${encodeURIComponent(lead)}`;

/** Who the person is. It is kept no longer than the page shows it. */
export const useContact = (lead: string) =>
  useQuery({
    queryKey: ['contact', lead],
    queryFn: ({ signal }) => ask(`${of(lead)}/contact`, readContact, signal),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: 1,
  });

/** What has happened to the lead; `version` changes whenever something new is known. */
export const useTimeline = (lead: string, version: string) =>
  useQuery({
    queryKey: ['timeline', lead, version],
    queryFn: ({ signal }) => ask(`${of(lead)}/timeline`, readTimeline, signal),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: 1,
    placeholderData: (before, query) => (query?.queryKey[1] === lead ? before : undefined),
  });

/** What the server says of the lead itself: each part of the page reads its own of the one answer. `version` as above, null: nobody asks; `againMs`: so often again. */
export const useDetail = (lead: string, version: string | null, againMs: number | false = false) =>
  useQuery({
    queryKey: ['detail', lead, version],
    queryFn: ({ signal }) => ask(of(lead), (body) => body, signal),
    enabled: version !== null,
    refetchInterval: againMs,
    staleTime: 15_000,
    gcTime: 60_000,
    retry: 1,
    placeholderData: (before, query) => (query?.queryKey[1] === lead ? before : undefined),
  });
