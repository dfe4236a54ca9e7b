import { z } from 'zod';
import type { Answered } from './answered.js';

/** A parameter that may be given once, as it comes from a URL. */
type Given = string | readonly string[] | undefined;

const mostRows = 1000;
const usualRows = 100;

/** How many rows a page may have. */
export function readLimit(given: Given): Answered<number> {
  const limit = given === undefined ? usualRows : Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostRows) return { ok: true, body: limit };
  return {
    ok: false,
    parameter: 'limit',
    problem: `${String(given)} is no number of rows`,
    allowed: [`a whole number from 1 to ${mostRows}`],
  };
}

/** A place to go on from, as one opaque text. */
export const writeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const farthest = 8_640_000_000_000_000;

/** The instant of an earlier answer in a cursor, epoch milliseconds: one that a date can be. */
export const CursorInstant = z.int().min(-farthest).max(farthest);

/** The place that a cursor of an earlier answer names; null: none was given. */
export function readCursor<T>(given: Given, shape: z.ZodType<T>): Answered<T | null> {
  if (given === undefined) return { ok: true, body: null };
  const place = shape.safeParse(parsed(String(given)));
  if (place.success) return { ok: true, body: place.data };
  return {
    ok: false,
    parameter: 'cursor',
    problem: 'this is no cursor of an answer to this question',
    allowed: ['the `next` of the page before, as it came'],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
