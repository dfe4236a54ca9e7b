import { postEvents } from '../cli/post-events.js';
import { type PlannedTarget, targetEvent } from './plan-targets.js';

/** What the front door takes in one request. */
const mostAtOnce = 1000;

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
    const answer = await postEvents(
      url,
      key,
      batch.map((target) => targetEvent(target, now)),
    );
    accepted += answer.accepted;
    for (const { index, path, problem } of answer.rejected) {
      const target = batch[index];
      if (target !== undefined) rejected.push({ target, path, problem });
    }
  }
  return { accepted, rejected };
}
