import { useQuery } from '@tanstack/react-query';
import { LeadPage } from '../answers.js';
import { ask } from '../ask.js';

const AGAIN_MS = 60_000;
const MOST = 100;

/** How many leads have an open dispute, up to a hundred; null: nobody knows (yet). */
export function useOpenDisputes(): { readonly count: number; readonly more: boolean } | null {
  const { data } = useQuery({
    queryKey: ['disputes', 'count'],
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => ask(`/v1/leads?state=disputed&limit=${MOST}`, LeadPage, signal),
  });
  return data === undefined ? null : { count: data.leads.length, more: data.next !== null };
}
