import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { AskError, errorOf } from '../../team/ask.js';
import type { FieldProblem } from '../form/form-problems.js';
import { problemsIn } from './keep-policy.js';

const Shares = z.array(z.object({ key: z.nullable(z.string()), leads: z.number() }));
const Judged = z.array(z.object({ policy: z.nullable(z.string()), leads: z.number() }));
const Previewed = z.object({
  count: z.number(),
  moved: z.number(),
  policies: z.array(
    z.object({
      matches: z.number(),
      judges: z.number(),
      judged_now: Judged,
      judged_then: Judged,
      by_origin: Shares,
      by_team: Shares,
    }),
  ),
  leads: z.array(
    z.object({
      lead: z.string(),
      name: z.string(),
      arrived_at: z.string(),
      judged_by: z.nullable(z.string()),
      would_be_judged_by: z.nullable(z.string()),
    }),
  ),
});
export type Previewed = z.infer<typeof Previewed>;
export type Judged = z.infer<typeof Judged>;

export type Preview =
  | { readonly kind: 'leads'; readonly previewed: Previewed }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/** How many leads are named. */
const NAMED = 8;
/** Who types is not asked about each letter. */
const CALM_MS = 350;

/**
 * What a policy would have done with the leads of the last seven days; null: it cannot be asked about yet. `isBehind`: what is told is of what was written
 * before.
 */
export function usePreview(written: Readonly<Record<string, unknown>> | null) {
  const now = written === null ? null : JSON.stringify(written);
  const asked = useCalm(now);
  const { data, error, isPlaceholderData, refetch } = useQuery<Preview>({
    queryKey: ['policy-preview', asked],
    enabled: asked !== null,
    staleTime: 30_000,
    placeholderData: (before) => (asked === null ? undefined : before),
    queryFn: ({ signal }) => askPreview(asked ?? '', signal),
  });
  return { data, error, refetch, isBehind: asked !== now || isPlaceholderData };
}

async function askPreview(written: string, signal: AbortSignal): Promise<Preview> {
  const body = `{"policies":[${written}],"limit":${NAMED}}`;
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const reply = await fetch('/v1/policies/preview', { method: 'POST', headers, body, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AskError(0, String(error));
  });
  const told: unknown = await reply.json().catch(() => null);
  const problems = reply.status === 400 ? problemsIn(told) : null;
  if (problems !== null) return { kind: 'wrong', problems };
  const read = reply.ok ? Previewed.safeParse(told) : null;
  if (read?.success !== true) throw errorOf(reply.status, told);
  return { kind: 'leads', previewed: read.data };
}

/** A value once it has stayed for a while. */
function useCalm(value: string | null): string | null {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), CALM_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
