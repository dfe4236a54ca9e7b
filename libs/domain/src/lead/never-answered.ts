import type { LeadView } from './lead-view.js';
import { inside, overlap, type Span, without } from './spans.js';
import { longestWait } from './waiting.js';

/** While a lead counts as never answered: it has no answer, and is closed or thirty days old. A later answer takes that away. Spans may overlap. */
export function neverAnsweredSpans(
  arrivedAt: number,
  { judgements, closings }: Pick<LeadView, 'judgements' | 'closings'>,
): readonly Span[] {
  const old = { from: arrivedAt + longestWait, until: null };
  const never: Span[] = [];
  for (const judgement of judgements) {
    for (const unanswered of inside(judgement, without({ from: arrivedAt, until: null }, judgement.answers)))
      for (const reason of [old, ...closings]) {
        const part = overlap(unanswered, reason);
        if (part !== null) never.push(part);
      }
  }
  return never;
}
