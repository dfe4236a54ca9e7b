import type { Judgement } from '../lead/lead-view.js';
import { type Span, covers, cutAt, overlap, without } from '../lead/spans.js';

/** A stretch without an answer, and the one reason that the lead is counted under in it (KPIS.md rule 20). */
export interface UnansweredSpan extends Span {
  readonly reason: 'before_arrival' | 'unanswered';
}

/** When a lead that arrived has no answer, under one policy and inside its span. */
export function unansweredSpans({ from, until, answers, early }: Judgement): readonly UnansweredSpan[] {
  const edges = early.flatMap((span) => (span.until === null ? [span.from] : [span.from, span.until]));
  return without({ from, until }, answers).flatMap((span) =>
    cutAt(span, edges).map((part) => ({
      ...part,
      reason: early.some((other) => covers(other, part.from)) ? 'before_arrival' : 'unanswered',
    })),
  );
}

/** The parts of spans that lie in the judgement's own span, what they carry with them. */
export function inside<T extends Span>(judgement: Judgement, spans: readonly T[]): readonly T[] {
  if (judgement.until === null && spans.every(({ from }) => from >= judgement.from)) return spans;
  return spans.flatMap((span) => {
    const part = overlap(span, judgement);
    return part === null ? [] : [{ ...span, ...part }];
  });
}
