import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refusalOf } from '../cli/ask.js';

export const SetPolicies = z.object({
  policies: z.array(z.object({ policy: z.string(), change: z.enum(['added', 'changed', 'removed', 'none']), effective_at: z.string() })),
});

export const Preview = z.object({
  from: z.string(),
  to: z.string(),
  count: z.number(),
  moved: z.number(),
  policies: z.array(
    z.object({
      policy: z.string(),
      change: z.enum(['added', 'changed', 'removed', 'none']),
      effective_at: z.string(),
      matches: z.number(),
      judges: z.number(),
      judged_now: z.array(z.object({ policy: z.string().nullable(), leads: z.number() })),
    }),
  ),
});

const Refused = z.object({ problems: z.array(z.object({ index: z.number().nullable(), path: z.string(), problem: z.string() })) });

/** What is wrong with policies, by their place in the file. */
export interface RefusedPolicy {
  readonly index: number | null;
  readonly path: string;
  readonly problem: string;
}

export type Sent = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly RefusedPolicy[] };

/** Policies as they are sent. */
export interface Asked {
  readonly policies: readonly unknown[];
  readonly judgesHistory: boolean;
}

/** Asks the program at `url` what policies would do; sets nothing. */
export const previewPolicies = (url: string, asked: Asked): Promise<Sent> => post(`${url}/v1/policies/preview`, asked, {});

/** Sets policies, all of them or none. */
export const sendPolicies = (url: string, key: string, asked: Asked): Promise<Sent> =>
  post(`${url}/v1/policies`, asked, { authorization: `Bearer ${key}`, 'idempotency-key': randomUUID() });

async function post(url: string, { policies, judgesHistory }: Asked, headers: Readonly<Record<string, string>>): Promise<Sent> {
  const body = JSON.stringify({ policies, ...(judgesHistory && { judge_history: true }) });
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
  const text = await response.text();
  if (response.ok) return { ok: true, text };
  const refused = response.status === 400 || response.status === 409 ? Refused.safeParse(JSON.parse(text)) : null;
  if (refused?.success === true)
    return {
      ok: false,
      problems: refused.data.problems.map((told) => ({ ...told, path: told.path.replace(/^\$\.policies\[\d+\]/, '$') })),
    };
  throw refusalOf(response.status, text);
}
