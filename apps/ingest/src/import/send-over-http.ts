import { readLocalToken } from '@leadclock/identity/local-token.js';
import { z } from 'zod';
import { NDJSON } from './import-route.js';
import { CannotTakeNow, type SendLines } from './send-lines.js';

const Answer = z.object({
  accepted: z.number(),
  rejected: z.array(z.object({ index: z.number(), id: z.string().nullable(), path: z.string(), problem: z.string() })),
});
const Problem = z.object({ detail: z.string() });

/** Hands lines to the program at `address` that runs on this data folder; its token there opens the way. */
export function sendOverHttp(address: string, dataFolder: string): SendLines {
  return async (lines, heardAt) => {
    const token = readLocalToken(dataFolder);
    if (token === null) throw new Error(`${dataFolder} is not the data folder of a running leadclock: it holds no local.token`);
    const url = new URL('/v1/import', address);
    url.searchParams.set('heard_at', new Date(heardAt).toISOString());
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': NDJSON },
      body: lines.join('\n'),
    }).catch(() => null);
    if (response === null)
      throw new CannotTakeNow(`leadclock at ${address} does not answer; start it and run the import again, it goes on where it was`, 1);
    const body: unknown = await response.json().catch(() => null);
    if (response.status === 202) return Answer.parse(body);
    const problem = Problem.safeParse(body);
    const detail = problem.success ? problem.data.detail : `answered ${response.status}`;
    if (response.status === 503 || response.status === 429)
      throw new CannotTakeNow(detail, Number(response.headers.get('retry-after') ?? 1));
    throw new Error(`leadclock at ${address} refused the import: ${detail}`);
  };
}
