import { useInfiniteQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ask } from '../team/ask.js';
import { Row } from './answers.js';
import { pathOf, type Question } from './question.js';

const Amount = z.nullable(z.number());

const Revised = z.object({ subject: z.string(), reasons: z.array(z.string()), then: z.array(Row), now: z.array(Row) });
export type Revised = z.infer<typeof Revised>;

const RevisedGroup = z.object({
  key: z.record(z.string(), z.nullable(z.string())),
  currency: z.optional(z.string()),
  now: Amount,
  then: Amount,
  difference: Amount,
  relative: Amount,
});
export type RevisedGroup = z.infer<typeof RevisedGroup>;

const Revisions = z.object({
  ended: z.string(),
  changes: z.array(RevisedGroup),
  changed: z.object({ subjects: z.number(), by: z.record(z.string(), z.number()) }),
  subjects: z.array(Revised),
  next: z.nullable(z.string()),
});
export type Revisions = z.infer<typeof Revisions>;

/** What was said when the window of a question ended, and what is said now; who made the difference page by page, all of one instant. */
export function useRevisions(question: Question) {
  const path = pathOf(question, '/revisions', { limit: '50' });
  return useInfiniteQuery({
    queryKey: ['revisions', path],
    staleTime: 60_000,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => ask(pageParam === '' ? path : `${path}&cursor=${encodeURIComponent(pageParam)}`, Revisions, signal),
    getNextPageParam: ({ next }) => next,
  });
}
