import * as z from 'zod/mini';
import { type Row, Rows } from './answers.js';

/** Which parameter of a question is wrong, and what it may be. */
export interface Refusal {
  readonly parameter: string;
  readonly allowed: readonly string[];
}

/**
 * Why a question got no answer: `status` 0 is a server that cannot be reached, `problem` its own words where it has some, `refusal` what a 400
 * says of the question.
 */
export class AskError extends Error {
  constructor(
    readonly status: number,
    readonly problem: string,
    readonly refusal: Refusal | null = null,
  ) {
    super(problem);
  }
}

/** Rows a page, and pages at most: beyond that a list is no list for people any more. */
const PAGE = 1_000;
const MOST_PAGES = 20;

/** Asks the server; an answer of another shape is an error like none at all. `json`: what is sent along, for a question too long for an address. */
export async function ask<T>(path: string, shape: z.ZodMiniType<T>, signal: AbortSignal, json?: unknown): Promise<T> {
  const sent = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
  const headers = { accept: 'application/json', ...(json === undefined ? {} : { 'content-type': 'application/json' }) };
  const response = await fetch(path, { ...sent, signal, headers }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AskError(0, String(error));
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorOf(response.status, body);
  const read = shape.safeParse(body);
  if (!read.success) throw new AskError(response.status, `an answer of another shape: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  return read.data;
}

/** The error that a body other than an answer tells of. */
export function errorOf(status: number, body: unknown): AskError {
  const read = Refused.safeParse(body);
  if (!read.success) return new AskError(status, '');
  const { problem, parameter, allowed } = read.data;
  return new AskError(status, problem, parameter === undefined || allowed === undefined ? null : { parameter, allowed });
}

const Refused = z.object({ problem: z.string(), parameter: z.optional(z.string()), allowed: z.optional(z.array(z.string())) });

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
