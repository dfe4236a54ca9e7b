import type * as z from 'zod/mini';
import { type Row, Rows } from './answers.js';

/** Why a question got no answer: `status` 0 is a server that cannot be reached, `problem` its own words where it has some. */
export class AskError extends Error {
  constructor(
    readonly status: number,
    readonly problem: string,
  ) {
    super(problem);
  }
}

/** Rows a page, and pages at most: beyond that a list is no list for people any more. */
const PAGE = 1_000;
const MOST_PAGES = 20;

/** Asks the server; an answer of another shape is an error like none at all. */
export async function ask<T>(path: string, shape: z.ZodMiniType<T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AskError(0, String(error));
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new AskError(response.status, problemIn(body));
  const read = shape.safeParse(body);
  if (!read.success) throw new AskError(response.status, `an answer of another shape: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  return read.data;
}

function problemIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('problem' in body)) return '';
  return typeof body.problem === 'string' ? body.problem : '';
}

/** All rows behind a number, page after page. */
export async function askRows(path: string, signal: AbortSignal): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: Rows = await ask(`${path}${path.includes('?') ? '&' : '?'}limit=${PAGE}${from}`, Rows, signal);
    rows.push(...answer.rows);
    cursor = answer.next;
    if (cursor === null) break;
  }
  return rows;
}
