import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../team/ask.js';
import { Compared, Explained, Milestones } from './answers.js';
import { pathOf, type Question } from './question.js';
import { isMoving } from './use-numbers.js';

const AGAIN_MS = 60_000;

/** What stands behind an answer changes little in a minute; a server that knows nothing of it is not asked again and again. */
const paced = (question: Question) => ({
  staleTime: AGAIN_MS,
  refetchInterval: (query: { state: { status: string } }) =>
    isMoving(question) && query.state.status === 'success' ? AGAIN_MS : (false as const),
});

/** What the number was before; null: it is not there, or not yet. */
export function useCompared(question: Question): Compared | null {
  const path = pathOf({ ...question, by: [] }, '/compare');
  const { data } = useQuery<Compared>({
    queryKey: ['background', path],
    ...paced(question),
    queryFn: ({ signal }) => ask(path, Compared, signal),
  });
  return data ?? null;
}

/** When the number came to the parts of its target; null: it is not there, or not yet. `enabled`: it can have such. */
export function useMilestones(question: Question, enabled: boolean): Milestones | null {
  const path = pathOf({ ...question, by: [] }, '/milestones');
  const { data } = useQuery<Milestones>({
    queryKey: ['background', path],
    enabled,
    ...paced(question),
    queryFn: ({ signal }) => ask(path, Milestones, signal),
  });
  return data ?? null;
}

/** How the number came to be, in the language on screen; null: it is not there, or not yet. */
export function useExplained(question: Question): Explained | null {
  const { i18n } = useLingui();
  const path = pathOf({ ...question, by: [] }, '/explain', { lang: i18n.locale });
  const { data } = useQuery<Explained>({
    queryKey: ['background', path],
    ...paced(question),
    queryFn: ({ signal }) => ask(path, Explained, signal),
  });
  return data ?? null;
}
