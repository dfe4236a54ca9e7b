import { z } from 'zod';

const Answer = z.object({
  accepted: z.number(),
  rejected: z.array(z.object({ index: z.number(), path: z.string(), problem: z.string() })),
});

/** Which events the front door of the program at `url` took, and why not the others; at most 1,000 at once. */
export async function postEvents(url: string, key: string, events: readonly object[]): Promise<z.output<typeof Answer>> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' };
  const response = await fetch(new URL('/v1/events', url), { method: 'POST', headers, body: JSON.stringify(events) });
  const text = await response.text();
  // 400: none of them is taken, each with its reason
  if (response.status !== 202 && response.status !== 400) throw new Error(`the program answered ${response.status}: ${text.slice(0, 300)}`);
  return Answer.parse(JSON.parse(text));
}
