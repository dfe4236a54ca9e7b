import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Filters, isLive } from './address.js';
import { Answer, LeadPage, Trend } from './answers.js';
import { AskError, ask, askRows } from './ask.js';
import { binsOf } from './bins.js';
import type { Comparison } from './comparison-context.js';
import { weekBefore } from './days.js';
import { type Figures, figuresOfAnswers, figuresOfStream, type Names } from './figures.js';
import { afterFirstDay, heatOf, pointsAtThisHour, pointsByDay, sinceFirstLead } from './history.js';
import type { History } from './history-context.js';
import { answersQuestion, figureQuestions, historyQuestions, sourcesQuestion } from './questions.js';
import type { Problem } from './team-context.js';
import { MOVING } from './use-moves.js';

/** Answers that move with the stream are asked again at most so often. */
const AGAIN_MS = 5_000;
/** Periods of many days are thousands of rows, and move little in a minute. */
const LONG_AGAIN_MS = 60_000;
const HISTORY_MS = 600_000;
const HOUR_MS = 3_600_000;

/** How often answers to these filters are asked again while the stream moves, ms. */
export const paceOf = ({ period }: Filters): number => (period === 'today' || period === 'yesterday' ? AGAIN_MS : LONG_AGAIN_MS);

/** The figures that the filters ask for: the stream's own, or answers over HTTP. */
export function useFigures(
  state: TeamState,
  filters: Filters,
  today: string,
): { figures: Figures | null; problem: Problem | null; asOf: number | null } {
  const live = isLive(filters);
  const questions = figureQuestions(filters, today);
  const { data, error, errorUpdatedAt } = useQuery({
    queryKey: [MOVING, questions],
    enabled: !live,
    queryFn: async ({ signal }) => {
      const answer = (path: string) => ask(path, Answer, signal);
      const [waiting, late, oldestLate, inTarget, response, funnel, answers, repAnswers, repTargets] = await Promise.all([
        answer(questions.waiting),
        answer(questions.late),
        ask(questions.oldestLate, LeadPage, signal),
        answer(questions.inTarget),
        answer(questions.response),
        answer(questions.funnel),
        askRows(questions.answers, signal),
        answer(questions.repAnswers),
        answer(questions.repTargets),
      ]);
      return { waiting, late, oldestLate, inTarget, response, funnel, answers, repAnswers, repTargets };
    },
  });
  const asked = useMemo(() => (data === undefined ? null : figuresOfAnswers(data, namesOf(state))), [data, state]);
  const own = useMemo(() => figuresOfStream(state), [state]);
  const problem = useProblem(error, errorUpdatedAt);
  if (live) return { figures: own, problem: null, asOf: null };
  return { figures: asked, problem, asOf: data === undefined ? null : Date.parse(data.waiting.as_of) };
}

/** What cannot be had, since the first time that it could not. */
export function useProblem(error: Error | null, failedAt: number): Problem | null {
  const [since, setSince] = useState<number | null>(null);
  if (error === null && since !== null) setSince(null);
  if (error !== null && since === null) setSince(failedAt);
  return error === null ? null : { status: error instanceof AskError ? error.status : 0, text: error.message, since: since ?? failedAt };
}

function namesOf({ reps, funnel }: TeamState): Names {
  const byId = new Map(reps.map((line) => [line.rep, line]));
  return {
    rep: (rep) => byId.get(rep)?.name ?? rep,
    teamOf: (rep) => byId.get(rep)?.team ?? null,
    stage: (wanted) => funnel.find(({ stage }) => stage === wanted)?.label ?? null,
  };
}

/** What came before; null until it is there, and where it cannot be had: then the page shows no differences. */
export function useHistoryOf(filters: Filters, today: string, zone: string, now: number): History | null {
  const questions = historyQuestions(filters, today);
  const hour = Math.floor(now / HOUR_MS);
  const { data } = useQuery({
    queryKey: ['history', questions, hour],
    staleTime: HISTORY_MS,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const trend = (path: string) => ask(path, Trend, signal);
      const [created, inTarget, response, waiting, late, reps, hours] = await Promise.all([
        trend(questions.created),
        trend(questions.inTarget),
        trend(questions.response),
        trend(questions.waiting),
        trend(questions.late),
        trend(questions.reps),
        trend(questions.hours),
      ]);
      return { created, inTarget, response, waiting, late, reps, hours };
    },
  });
  return useMemo(() => {
    if (data === undefined) return null;
    const created = pointsByDay(data.created, zone);
    const stock = (trend: Trend) => afterFirstDay(pointsAtThisHour(trend, zone, hour * HOUR_MS + HOUR_MS - 1), created);
    return {
      anyLead: created.some(({ value }) => (value ?? 0) > 0),
      waiting: stock(data.waiting),
      late: stock(data.late),
      inTarget: sinceFirstLead(pointsByDay(data.inTarget, zone), created),
      response: sinceFirstLead(pointsByDay(data.response, zone), created),
      ofRep: (rep) => sinceFirstLead(pointsByDay(data.reps, zone, rep), created),
      heat: heatOf(data.hours, zone),
    };
  }, [data, zone, hour]);
}

/** How long first answers took on the same day of the week before. */
export function useComparisonOf(filters: Filters, today: string): Comparison | null {
  const before = weekBefore(filters.period, today);
  const question = before === null ? '' : answersQuestion(filters, before.window);
  const { data } = useQuery({
    queryKey: ['history', question],
    enabled: before !== null,
    staleTime: HISTORY_MS,
    queryFn: ({ signal }) => askRows(question, signal),
  });
  return useMemo(() => {
    const seconds = (data ?? []).flatMap(({ excluded, value }) => (excluded === null && value !== null ? [value] : []));
    return before === null || seconds.length === 0 ? null : { day: before.day, bins: binsOf(seconds) };
  }, [data, before?.day]);
}

/** The sources that can be chosen. */
export function useSources(today: string): readonly string[] {
  const question = sourcesQuestion(today);
  const { data } = useQuery({
    queryKey: ['history', question],
    staleTime: HISTORY_MS,
    queryFn: ({ signal }) => ask(question, Answer, signal),
  });
  return useMemo(() => (data?.groups ?? []).flatMap(({ key, n }) => (n > 0 && key['origin'] != null ? [key['origin']] : [])), [data]);
}
