import { z } from 'zod';
import { type PlannedTarget, targetEvent } from './plan-targets.js';

/** What the front door takes in one request. */
const mostAtOnce = 1000;

const Answer = z.object({
  accepted: z.number(),
  rejected: z.array(z.object({ index: z.number(), path: z.string(), problem: z.string() })),
});

export interface SentTargets {
  readonly accepted: number;
  readonly rejected: readonly { readonly target: PlannedTarget; readonly path: string; readonly problem: string }[];
}

/** Sends the events of targets through the front door of the program at `url`. */
export async function sendTargets(targets: readonly PlannedTarget[], url: string, key: string, clock: () => number): Promise<SentTargets> {
  let accepted = 0;
  const rejected: SentTargets['rejected'][number][] = [];
  for (let start = 0; start < targets.length; start += mostAtOnce) {
    const batch = targets.slice(start, start + mostAtOnce);
    const now = clock();
    const answer = await post(url, key, JSON.stringify(batch.map((target) => targetEvent(target, now))));
    accepted += answer.accepted;
    for (const { index, path, problem } of answer.rejected) {
      const target = batch[index];
      if (target !== undefined) rejected.push({ target, path, problem });
    }
  }
  return { accepted, rejected };
}

async function post(url: string, key: string, body: string): Promise<z.output<typeof Answer>> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' };
  const response = await fetch(new URL('/v1/events', url), { method: 'POST', headers, body });
  const text = await response.text();
  // 400: none of them is taken, each with its reason
  if (response.status !== 202 && response.status !== 400) throw new Error(`the program answered ${response.status}: ${text.slice(0, 300)}`);
  return Answer.parse(JSON.parse(text));
}
