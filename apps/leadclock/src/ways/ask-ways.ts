import { z } from 'zod';
import { refusalOf } from '../cli/ask.js';
import { WrongUse } from '../cli/exit-codes.js';

const at = z.string().nullable();

export const ListedWays = z.object({
  ways: z.array(
    z.object({
      way: z.string(),
      kind: z.string(),
      for: z.string(),
      to: z.string(),
      language: z.string(),
      state: z.string(),
      succeeded_at: at,
      failed_at: at,
      failure: z.string().nullable(),
      waiting: z.number(),
      next_at: at,
      given_up: z.number(),
    }),
  ),
  unheard: z.array(z.object({ for: z.string(), policies: z.array(z.string().nullable()), reached_by: z.string().nullable() })),
});
export type ListedWays = z.output<typeof ListedWays>;

export const LoggedDeliveries = z.object({
  deliveries: z.array(
    z.object({
      delivery: z.number(),
      made_at: z.string(),
      what: z.string(),
      alert: z.string(),
      tries: z.array(z.unknown()),
      ended: z.string().nullable(),
      ended_at: at,
      failure: z.string().nullable(),
    }),
  ),
});

const Refused = z.object({ problems: z.array(z.object({ path: z.string(), problem: z.string() })) });

/** Asks the program of ways, or tells it; answers the text of its answer. A refusal is a wrong use, in the words of the command: `flags` says by which flag a field is given. */
export async function askWays(
  { url, key }: { readonly url: string; readonly key: string },
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { body, flags = {} }: { readonly body?: object; readonly flags?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const response = await fetch(`${url}/v1/ways${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return text;
  const read = response.status === 400 ? Refused.safeParse(parsed(text)) : null;
  if (read?.success !== true) throw refusalOf(response.status, text);
  const lines = read.data.problems.map(({ path: field, problem }) => `${flags[field.slice(2)] ?? field}: ${problem}`);
  throw new WrongUse(lines.join('\n'));
}

/** One field of an answer. */
export const fieldIn = (text: string, name: string): unknown => Fields.parse(JSON.parse(text))[name];

const Fields = z.record(z.string(), z.unknown());

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
