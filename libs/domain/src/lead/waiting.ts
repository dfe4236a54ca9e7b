import type { Closing } from './closings.js';
import type { Judgement } from './lead-view.js';
import { inside, type Span, without } from './spans.js';

/** A lead that nobody has answered waits no longer than so many milliseconds (KPIS.md, waiting-now). */
export const longestWait = 30 * 86_400_000;

/** While a lead waits under a policy. */
export interface Waiting extends Span {
  readonly judgement: Judgement;
}

/** When a lead waits: from its arrival until the first of answer, closed, thirty days. Sorted and apart. */
export function waitingSpans(arrivedAt: number | null, judgements: readonly Judgement[], closings: readonly Closing[]): readonly Waiting[] {
  const waiting: Waiting[] = [];
  if (arrivedAt === null) return waiting;
  for (const judgement of judgements) {
    for (const unanswered of inside(judgement, without({ from: arrivedAt, until: arrivedAt + longestWait }, judgement.answers)))
      for (const { from, until } of without(unanswered, closings)) waiting.push({ from, until, judgement });
  }
  return waiting;
}
