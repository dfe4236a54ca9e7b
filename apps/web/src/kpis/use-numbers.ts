import { useLingui } from '@lingui/react';
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../team/ask.js';
import { MOVING } from '../team/use-moves.js';
import { Answer, Catalogue, type Definition, Headlines, Rows, Trend } from './answers.js';
import { pathOf, type Question } from './question.js';
import type { Bucket } from './view.js';

const HEADLINES_MS = 30_000;
/** so many numbers of the catalogue are asked for at once */
const BLOCK = 8;

/** Every KPI there is, in the language on screen. */
export function useCatalogue() {
  const { i18n } = useLingui();
  return useQuery({
    queryKey: ['catalogue', i18n.locale],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await ask(`/v1/kpis?lang=${i18n.locale}`, Catalogue, signal)).kpis,
  });
}

/** The names of KPIs in blocks that are asked for together. */
export const blocksOf = (kpis: readonly Definition[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(kpis.length / BLOCK) }, (_, at) => kpis.slice(at * BLOCK, (at + 1) * BLOCK).map(({ name }) => name));

/** Today's numbers of the catalogue, by name: of the blocks in which something has been looked at. */
export function useHeadlines(kpis: readonly Definition[], seen: ReadonlySet<string>): ReadonlyMap<string, Answer> {
  return useQueries({
    queries: blocksOf(kpis).map((names) => ({
      queryKey: ['headlines', names],
      enabled: names.some((name) => seen.has(name)),
      refetchInterval: HEADLINES_MS,
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(`/v1/kpis/headlines?kpi=${names.join(',')}&window=today`, Headlines, signal),
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data?.answers ?? []).map((answer) => [answer.kpi, answer] as const))),
  });
}

/** Whether an answer can still change by what happens: one as of a past instant, or as known then, cannot. */
export const isMoving = ({ asOf, knownAt }: Question): boolean => asOf === null && knownAt === null;

const keyOf = (question: Question, path: string): readonly string[] => [isMoving(question) ? MOVING : 'still', path];

/** The answer to a question; while another one is being asked for, the one before stays. */
export function useAnswer(question: Question, enabled = true) {
  const path = pathOf(question);
  return useQuery<Answer>({
    queryKey: keyOf(question, path),
    enabled,
    placeholderData: (before) => (before?.kpi === question.kpi ? before : undefined),
    queryFn: ({ signal }) => ask(path, Answer, signal),
  });
}

/** The number by hour, day, week or month. */
export function useTrend(question: Question, bucket: Bucket, enabled: boolean) {
  const path = pathOf({ ...question, by: [] }, '/trend', { bucket });
  return useQuery({
    queryKey: ['trend', path],
    enabled,
    staleTime: 60_000,
    refetchInterval: isMoving(question) ? 60_000 : false,
    queryFn: ({ signal }) => ask(path, Trend, signal),
  });
}

/** The rows behind a question, page by page: all pages are of the instant of the first. `excluded`: those left out for this reason alone. */
export function useRows(question: Question, excluded: string | null) {
  const path = pathOf({ ...question, by: [] }, '/rows', { limit: '100', ...(excluded === null ? {} : { excluded }) });
  return useInfiniteQuery({
    queryKey: ['rows', path],
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => ask(pageParam === null ? path : `${path}&cursor=${encodeURIComponent(pageParam)}`, Rows, signal),
    getNextPageParam: ({ next }) => next,
  });
}

/** Whether something has gone on for longer than people wait without a word. */
export function useSlow(going: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!going) {
      setSlow(false);
      return;
    }
    const timer = window.setTimeout(() => setSlow(true), 2_500);
    return () => window.clearTimeout(timer);
  }, [going]);
  return slow;
}
