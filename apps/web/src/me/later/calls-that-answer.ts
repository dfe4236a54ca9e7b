import { useQuery } from '@tanstack/react-query';
import { listIn, memberIn } from '../../console/json.js';
import { ask } from '../lead-answers.js';
import { type CallsThatAnswer, usualCalls } from '../log-effect.js';

/** What `GET /v1/leads/:id` says of them; what is missing is as usual. */
export function readCallsThatAnswer(body: unknown): CallsThatAnswer {
  const policy = memberIn(body, 'policy');
  if (typeof policy !== 'object' || policy === null) return usualCalls;
  const unless = listIn(policy, 'unless').filter((code) => typeof code === 'string');
  return { none: !(listIn(policy, 'outbound').includes('call') && listIn(policy, 'actors').includes('human')), unless };
}

/** Which calls answer a lead; as usual until the server has said so. */
export function useCallsThatAnswer(lead: string): CallsThatAnswer {
  const { data } = useQuery({
    queryKey: ['calls that answer', lead],
    queryFn: ({ signal }) => ask(`/v1/leads/${encodeURIComponent(lead)}`, readCallsThatAnswer, signal),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: 1,
  });
  return data?.kind === 'found' ? data.body : usualCalls;
}
