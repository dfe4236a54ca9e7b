import * as z from 'zod/mini';
import { textIn } from '../../console/json.js';

/** What is wrong with something that was sent; `near`: what may be meant instead. */
const Problem = z.object({ path: z.string(), problem: z.string(), reason: z.string(), near: z.optional(z.array(z.string())) });
export type Problem = z.infer<typeof Problem>;
const Problems = z.object({ problems: z.array(Problem) });

/** What is asked of the server about calendars; `seen` names the state that somebody has changed. */
export interface Setting {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** an object is sent as JSON, a file as a calendar */
  readonly body?: object | File;
  readonly seen?: string;
}

/** What came of it. `away`: nobody knows whether it was done; the same key may be sent again. */
export type Answered =
  | { readonly kind: 'done'; readonly answer: unknown }
  /** somebody else was faster; `edit` names how it stands by now */
  | { readonly kind: 'changed'; readonly edit: string }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'away' };

/** An address is read while one waits. */
const ANSWER_WITHIN_MS = 45_000;

export async function sendSetting({ method, path, body, seen }: Setting, key: string): Promise<Answered> {
  const isFile = body instanceof File;
  const type = { 'content-type': isFile ? 'text/calendar' : 'application/json' };
  const headers = { 'idempotency-key': key, ...(body !== undefined && type), ...(seen !== undefined && { 'if-match': seen }) };
  try {
    // of a file that has changed on the disk since nothing can be read: that is told apart from a server that is away
    const sent = isFile ? await body.arrayBuffer().catch(() => null) : body && JSON.stringify(body);
    if (sent === null) return { kind: 'wrong', problems: [{ path: '$', problem: 'cannot be read', reason: 'file' }] };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const reply = await fetch(path, { method, headers, signal, ...(sent !== undefined && { body: sent }) });
    return readAnswered(reply.status, await reply.json().catch((): unknown => null));
  } catch {
    return { kind: 'away' };
  }
}

/** Reads what the server answered. */
export function readAnswered(status: number, body: unknown): Answered {
  if (status >= 500) return { kind: 'away' };
  if (status >= 200 && status < 300) return { kind: 'done', answer: body };
  const edit = status === 409 ? textIn(body, 'edit') : null;
  if (edit !== null) return { kind: 'changed', edit };
  const problems = status === 400 ? problemsIn(body) : null;
  if (problems !== null) return { kind: 'wrong', problems };
  return { kind: 'refused', problem: textIn(body, 'detail') ?? `status ${status}` };
}

/** The problems that a refusal names; null: it names none. */
export const problemsIn = (body: unknown): readonly Problem[] | null => Problems.safeParse(body).data?.problems ?? null;
