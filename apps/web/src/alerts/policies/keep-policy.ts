import * as z from 'zod/mini';
import { textIn } from '../../console/json.js';
import type { FieldProblem } from '../form/form-problems.js';
import { Settings } from './policy-answers.js';

/** How a policy is by now that somebody else has set; null: it is none. */
export interface Current {
  readonly versions: number;
  readonly settings: Settings | null;
}

/** What came of setting a policy. `away`: nobody knows whether it was done; the same key may be sent again. */
export type Kept =
  | { readonly kind: 'kept'; readonly event: string | null }
  | { readonly kind: 'changed'; readonly current: Current }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'away' };

const Done = z.object({ policies: z.array(z.object({ event: z.nullable(z.object({ id: z.string() })) })) });
const Changed = z.object({ current: z.array(z.object({ versions: z.number(), settings: z.nullable(Settings) })) });
const Problems = z.object({ problems: z.array(z.object({ path: z.string(), problem: z.string() })) });
const ANSWER_WITHIN_MS = 15_000;

/** Sets one policy, or takes it away; `seen`: how many versions of it this began with, 0 for a new one. */
export async function keepPolicy(written: Readonly<Record<string, unknown>>, seen: number, key: string): Promise<Kept> {
  try {
    const reply = await fetch('/v1/policies', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': String(seen) },
      body: JSON.stringify({ policies: [written] }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return readKept(reply.status, await reply.json().catch((): unknown => null));
  } catch {
    return { kind: 'away' };
  }
}

/** Reads what the door answered. */
export function readKept(status: number, body: unknown): Kept {
  if (status >= 500) return { kind: 'away' };
  if (status === 202) return { kind: 'kept', event: Done.safeParse(body).data?.policies[0]?.event?.id ?? null };
  if (status === 409) {
    const current = Changed.safeParse(body).data?.current[0];
    if (current !== undefined) return { kind: 'changed', current };
  }
  const problems = status === 400 ? problemsIn(body) : null;
  if (problems !== null) return { kind: 'wrong', problems };
  return { kind: 'refused', problem: textIn(body, 'detail') ?? `status ${status}` };
}

/** The problems of the one policy that was sent; null: the body tells none. */
export function problemsIn(body: unknown): readonly FieldProblem[] | null {
  const read = Problems.safeParse(body);
  return read.success ? read.data.problems.map((told) => ({ ...told, path: told.path.replace(/^\$\.policies\[0\]/, '$') })) : null;
}
