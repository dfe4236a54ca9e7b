import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../team/ask.js';

const AGAIN_MS = 60_000;
/** Subjects a page of one oddity. */
const PAGE = 100;

const Oddity = z.object({
  oddity: z.string(),
  count: z.number(),
  subjects: z.array(z.object({ kind: z.string(), id: z.string(), name: z.optional(z.string()) })),
  next: z.optional(z.nullable(z.string())),
});
export type Oddity = z.infer<typeof Oddity>;

const OddData = z.object({ oddities: z.array(Oddity) });

const MissingRates = z.object({
  into: z.nullable(z.string()),
  missing: z.array(z.object({ currency: z.string(), amounts: z.number(), from: z.string(), to: z.string() })),
});
export type MissingRates = z.infer<typeof MissingRates>;

/** What events say that hardly can be so, some subjects of each. */
export const useOddData = () =>
  useQuery({
    queryKey: ['odd-data'],
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => ask('/v1/odd-data', OddData, signal),
  });

/** The subjects of one oddity beyond those of `first`, page by page. */
export function useMoreSubjects({ oddity, next: first }: Oddity, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: ['odd-data', oddity, first],
    enabled: wanted && first != null,
    initialPageParam: first ?? '',
    queryFn: ({ pageParam, signal }) =>
      ask(`/v1/odd-data?${new URLSearchParams({ oddity, limit: String(PAGE), cursor: pageParam }).toString()}`, OddData, signal),
    getNextPageParam: ({ oddities }) => oddities[0]?.next ?? null,
  });
}

/** The amounts that no sum of money holds for want of a rate. */
export const useMissingRates = () =>
  useQuery({
    queryKey: ['odd-data', 'rates'],
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => ask('/v1/rates/missing', MissingRates, signal),
  });
