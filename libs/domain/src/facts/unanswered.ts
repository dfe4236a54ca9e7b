import type { Judgement } from '../lead/lead-view.js';
import { type Span, covers, cutAt, overlap, without } from '../lead/spans.js';

/** A stretch without an answer, and the one reason that the lead is counted under in it (KPIS.md rule 20). */
export interface UnansweredSpan extends Span {
  readonly reason: 'before_arrival' | 'unanswered';
}

/** When a lead that arrived has no answer, under one policy and inside its span. */
export function unansweredSpans({ from, until, answers, early }: Judgement): readonly UnansweredSpan[] {
  const open = without({ from, until }, answers);
  if (early.length === 0) return open.map((span) => ({ from: span.from, until: span.until, reason: 'unanswered' }));
  const edges = early.flatMap((span) => (span.until === null ? [span.from] : [span.from, span.until]));
  return open.flatMap((span) =>
    cutAt(span, edges).map((part) => ({
      ...part,
      reason: early.some((other) => covers(other, part.from)) ? 'before_arrival' : 'unanswered',
    })),
  );
}

/** The parts of spans that lie in the judgement's own span, what they carry with them. */
export function inside<T extends Span>(judgement: Judgement, spans: readonly T[]): readonly T[] {
  if (judgement.until === null && (spans[0]?.from ?? judgement.from) >= judgement.from && spans.length < 2) return spans;
  return spans.flatMap((span) => {
    const part = overlap(span, judgement);
    return part === null ? [] : [{ ...span, ...part }];
  });
}
