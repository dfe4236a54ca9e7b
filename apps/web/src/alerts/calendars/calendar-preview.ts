import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { AskError, errorOf } from '../../team/ask.js';
import { Change } from './calendar-answers.js';
import { type Problem, problemsIn } from './send-setting.js';

const Previewed = z.object({
  open: z.boolean(),
  changes_at: z.nullable(z.string()),
  offset_min: z.number(),
  hours_per_week: z.number(),
  examples: z.array(z.object({ arrives: z.string(), due: z.string(), working_ms: z.number(), wall_ms: z.number() })),
  clock_changes: z.array(Change),
});
export type Previewed = z.infer<typeof Previewed>;

export type Preview =
  | { readonly kind: 'hours'; readonly previewed: Previewed }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

/** Who types is not asked about each letter. */
const CALM_MS = 300;

/** What a calendar would do, or what is wrong with it. */
export function usePreview(written: object) {
  const now = JSON.stringify(written);
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), CALM_MS);
    return () => clearTimeout(timer);
  }, [now]);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['calendar-preview', asked],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => askPreview(asked, signal),
  });
  /** `isBehind`: what is told is of what was typed before */
  return { preview: data, error, isBehind: isPlaceholderData || asked !== now, refetch };
}

async function askPreview(written: string, signal: AbortSignal): Promise<Preview> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const reply = await fetch('/v1/calendars/preview', { method: 'POST', headers, body: written, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AskError(0, String(error));
  });
  const told: unknown = await reply.json().catch(() => null);
  const problems = reply.status === 400 ? problemsIn(told) : null;
  if (problems !== null) return { kind: 'wrong', problems };
  const read = reply.ok ? Previewed.safeParse(told) : null;
  if (read?.success !== true) throw errorOf(reply.status, told);
  return { kind: 'hours', previewed: read.data };
}
