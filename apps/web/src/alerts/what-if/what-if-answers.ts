import * as z from 'zod/mini';
import { AskError, errorOf } from '../../team/ask.js';
import type { FieldProblem } from '../form/form-problems.js';
import { problemsIn } from '../policies/keep-policy.js';

const Figures = z.object({ met: z.number(), breached: z.number(), value: z.nullable(z.number()) });
const sides = { happened: Figures, replayed: Figures };
const Listed = z.object({
  lead: z.string(),
  name: z.string(),
  step: z.string(),
  due: z.string(),
  is: z.enum(['same', 'others', 'happened', 'replayed']),
  happened: z.nullable(z.object({ alert: z.string(), to: z.string() })),
  replayed: z.nullable(z.object({ to: z.string() })),
});
export type Listed = z.infer<typeof Listed>;
const Some = z.object({ alerts: z.array(Listed), more: z.number() });
export type Some = z.infer<typeof Some>;

const WhatIf = z.object({
  from: z.string(),
  to: z.string(),
  leads: z.number(),
  alerts: z.object({
    happened: z.number(),
    replayed: z.number(),
    same: z.number(),
    others: z.number(),
    only_happened: z.number(),
    only_replayed: z.number(),
    close: z.number(),
    down: z.number(),
  }),
  told: z.array(z.object({ to: z.string(), then: z.number(), replayed: z.number() })),
  alert_hours: z.array(z.object({ hour: z.number(), then: z.number(), replayed: z.number() })),
  attainment: z.object({
    all: z.nullable(z.object(sides)),
    teams: z.array(z.object({ team: z.nullable(z.string()), ...sides })),
    hours: z.array(z.object({ hour: z.number(), ...sides })),
  }),
  down: z.array(z.object({ from: z.string(), to: z.string() })),
  listed: z.object({ differ: Some, close: Some, down: Some }),
});
export type WhatIf = z.infer<typeof WhatIf>;

/** What is asked: policies as POST /v1/policies takes them, a period, and the times of it in which nobody could be told. */
export interface AskedWhatIf {
  readonly policies: readonly unknown[];
  readonly from: string;
  readonly to: string;
  readonly down: readonly { readonly from: string; readonly to: string }[];
}

export type WhatIfAnswer =
  | { readonly kind: 'replayed'; readonly whatIf: WhatIf }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/** Replays a period; an answer of another shape is an error like none at all. */
export async function askWhatIf(asked: AskedWhatIf, signal: AbortSignal): Promise<WhatIfAnswer> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const reply = await fetch('/v1/what-if', { method: 'POST', headers, body: JSON.stringify(asked), signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AskError(0, String(error));
  });
  const told: unknown = await reply.json().catch(() => null);
  const problems = reply.status === 400 ? problemsIn(told) : null;
  if (problems !== null) return { kind: 'wrong', problems };
  const read = reply.ok ? WhatIf.safeParse(told) : null;
  if (read?.success !== true) throw errorOf(reply.status, told);
  return { kind: 'replayed', whatIf: read.data };
}
