import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../team/ask.js';
import { MOVING } from '../team/use-moves.js';
import { type Question, writeQuestion } from './question.js';
import { isMoving } from './use-numbers.js';

const Leg = z.object({
  leg: z.string(),
  n: z.number(),
  total_s: z.number(),
  system_s: z.number(),
  human_s: z.number(),
  median_s: z.nullable(z.number()),
});
export type Leg = z.infer<typeof Leg>;

const Way = z.object({
  key: z.record(z.string(), z.nullable(z.string())),
  n: z.number(),
  total_s: z.number(),
  system_s: z.number(),
  human_s: z.number(),
  legs: z.array(Leg),
});
export type Way = z.infer<typeof Way>;

const Journey = z.object({ as_of: z.string(), groups: z.array(Way) });

/** What the question of a journey is asked of: it counts the same leads, and takes the same windows, groups and filters. */
export const JOURNEY_OF = 'leads-created';

/** Where a journey is asked for. */
export function journeyPath(question: Question): string {
  const text = writeQuestion(question).toString();
  return `/v1/journey${text === '' ? '' : `?${text}`}`;
}

/** Where the time of leads went: the groups, and the whole of the same instant, which they add up to. */
export function useJourney(question: Question) {
  const path = journeyPath(question);
  return useQuery({
    queryKey: [isMoving(question) ? MOVING : 'still', path],
    queryFn: async ({ signal }) => {
      const { as_of: asOf, groups } = await ask(path, Journey, signal);
      const whole = question.by.length === 0 ? groups : (await ask(journeyPath({ ...question, by: [], asOf }), Journey, signal)).groups;
      return { asOf, groups, whole: whole[0] ?? null };
    },
  });
}
