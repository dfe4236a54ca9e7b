import * as z from 'zod/mini';
import { textIn } from '../../console/json.js';

/** What is wrong with a field of a way; `code` is the same in every language, `problem` are the server's own words. */
export interface WayProblem {
  readonly path: string;
  readonly code: string;
  readonly problem: string;
}

/** What came of telling the server something about a way. `away`: nobody knows whether it was done. */
export type Answered =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'wrong'; readonly problems: readonly WayProblem[] }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'away' };

const Problems = z.object({ problems: z.array(z.object({ path: z.string(), code: z.string(), problem: z.string() })) });
/** A test waits for its outcome for 20 s. */
const ANSWER_WITHIN_MS = 25_000;

/** What the server is told about ways. */
export interface Told {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** after `/v1/ways` */
  readonly path: string;
  readonly body?: object;
}

/** Tells the server something; under a key it is done once, however often it is told. */
export async function tellWay({ method, path, body }: Told, key: string | null): Promise<Answered> {
  const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(key !== null && { 'idempotency-key': key }) };
  try {
    const reply = await fetch(`/v1/ways${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return readAnswered(reply.status, await reply.json().catch((): unknown => null));
  } catch {
    return { kind: 'away' };
  }
}

/** Reads what the door answered. */
export function readAnswered(status: number, body: unknown): Answered {
  if (status >= 500) return { kind: 'away' };
  if (status < 300) return { kind: 'done', body };
  if (status === 404) return { kind: 'gone' };
  const problems = status === 400 ? Problems.safeParse(body) : null;
  if (problems?.success === true) return { kind: 'wrong', problems: problems.data.problems };
  return { kind: 'refused', problem: textIn(body, 'detail') ?? `status ${status}` };
}
