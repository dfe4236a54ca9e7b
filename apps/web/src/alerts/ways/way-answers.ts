import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../../team/ask.js';

const at = z.nullable(z.string());

const Way = z.object({
  way: z.string(),
  kind: z.string(),
  for: z.string(),
  to: z.string(),
  language: z.string(),
  state: z.string(),
  paused_at: at,
  failing_since: at,
  succeeded_at: at,
  failed_at: at,
  failure: z.nullable(z.string()),
  waiting: z.number(),
  next_at: at,
  rests_until: at,
  given_up: z.number(),
  is_told: z.boolean(),
});
export type Way = z.infer<typeof Way>;

const policies = z.array(z.nullable(z.string()));

const WayList = z.object({
  as_of: z.string(),
  mail: z.boolean(),
  ways: z.array(Way),
  unheard: z.array(z.object({ for: z.string(), policies, reached_by: z.nullable(z.string()) })),
  heard: z.array(z.object({ for: z.string(), policies, ways: z.array(z.string()) })),
  listeners: z.object({ channels: z.array(z.string()), screens: z.array(z.string()), teams: z.array(z.string()) }),
});
export type WayList = z.infer<typeof WayList>;

const Delivery = z.object({
  delivery: z.number(),
  alert: z.string(),
  lead: z.nullable(z.string()),
  what: z.string(),
  made_at: z.string(),
  ended: z.nullable(z.string()),
  ended_at: at,
  next_at: at,
  failure: z.nullable(z.string()),
  tries: z.array(z.object({ at: z.string(), took_ms: z.number(), failure: z.nullable(z.string()) })),
  cut_off: z.number(),
});
export type Delivery = z.infer<typeof Delivery>;

const WayLog = z.object({ deliveries: z.array(Delivery), next: z.nullable(z.string()) });

export const WAYS = 'ways';
/** Messages go and fail while somebody looks. */
const AGAIN_MS = 5_000;
const LOG_PAGE = 20;

/** The ways that there are, and whom policies tell. */
export const useWays = () =>
  useQuery({ queryKey: [WAYS], staleTime: 0, refetchInterval: AGAIN_MS, queryFn: ({ signal }) => ask('/v1/ways', WayList, signal) });

/** The messages by a way, the last first, page after page. */
export const useWayLog = (way: string, onlyFailed: boolean) =>
  useInfiniteQuery({
    queryKey: [WAYS, way, onlyFailed],
    staleTime: 0,
    refetchInterval: AGAIN_MS,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ limit: String(LOG_PAGE) });
      if (onlyFailed) params.set('only', 'failed');
      if (pageParam !== '') params.set('cursor', pageParam);
      return ask(`/v1/ways/${encodeURIComponent(way)}/log?${params}`, WayLog, signal);
    },
    getNextPageParam: ({ next }) => next,
  });
