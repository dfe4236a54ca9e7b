import { useQueries } from '@tanstack/react-query';
import { LeadPage } from '../team/answers.js';
import { ask } from '../team/ask.js';
import { namesQuestion } from '../team/questions.js';

/** Names asked for at a time. */
const NAMES = 50;

/** The names of leads by their ids; a subject that is no lead has none. */
export function useLeadNames(subjects: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(subjects)];
  const blocks = Array.from({ length: Math.ceil(wanted.length / NAMES) }, (_, at) => wanted.slice(at * NAMES, (at + 1) * NAMES));
  return useQueries({
    queries: blocks.map((leads) => ({
      queryKey: ['names', leads],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(namesQuestion(leads), LeadPage, signal),
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data?.leads ?? []).map(({ lead, name }) => [lead, name ?? lead] as const))),
  });
}
