import type { Board } from '@leadclock/live-protocol/board.js';
import * as z from 'zod/mini';
import { textIn } from '../console/json.js';

/** What came of keeping or removing a board. `changed`: it is another by now; `away`: nobody knows whether it was done. */
export type Kept =
  | { readonly kind: 'kept'; readonly version: number | null }
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'away' };

const Version = z.object({ version: z.nullable(z.number()) });
const ANSWER_WITHIN_MS = 5_000;

/** Keeps a board; `seen`: the version that its changes began with, 0 for a new one. */
export const keepBoard = (id: string, seen: number, board: Board): Promise<Kept> => send('PUT', id, seen, JSON.stringify(board));

export const removeBoard = (id: string, seen: number): Promise<Kept> => send('DELETE', id, seen, null);

async function send(method: 'PUT' | 'DELETE', id: string, seen: number, body: string | null): Promise<Kept> {
  try {
    const reply = await fetch(`/v1/boards/${encodeURIComponent(id)}`, {
      method,
      headers: { 'if-match': String(seen), ...(body === null ? {} : { 'content-type': 'application/json' }) },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return readKept(reply.status, await reply.json().catch((): unknown => null));
  } catch {
    return { kind: 'away' };
  }
}

/** Reads what the door answered. */
export function readKept(status: number, body: unknown): Kept {
  if (status === 409) return { kind: 'changed' };
  if (status === 404) return { kind: 'gone' };
  if (status >= 500) return { kind: 'away' };
  const read = Version.safeParse(body);
  if (status === 200 && read.success) return { kind: 'kept', version: read.data.version };
  return { kind: 'refused', problem: textIn(body, 'detail') ?? `status ${status}` };
}

/** Keeps a board under the first free id of those that `idAfter` offers; answers with the id. */
export async function keepNew(board: Board, idAfter: (taken: number) => string): Promise<{ readonly id: string; readonly kept: Kept }> {
  const MOST = 20;
  for (let taken = 0; ; taken += 1) {
    const id = idAfter(taken);
    const kept = await keepBoard(id, 0, board);
    if (kept.kind !== 'changed' || taken === MOST) return { id, kept };
  }
}
