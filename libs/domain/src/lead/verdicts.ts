import type { AnswerSpan } from './answers.js';
import type { Closing } from './closings.js';
import { covers, overlap, type Span, without } from './spans.js';

/** What is said of a lead's deadline, as of each instant of the span. */
export interface Verdict extends Span {
  readonly says: 'met' | 'breached' | 'pending' | 'closed_before_deadline';
  /** of `met`: the answer that met it */
  readonly answered: AnswerSpan | null;
}

/**
 * Whether a lead was answered by its deadline (KPIS.md rule 17 and answered-in-target). Before it: met while there is an answer,
 * else closed or pending; from it on what stood at it.
 */
export function verdictsOf(
  arrivedAt: number,
  dueAt: number | null,
  answers: readonly AnswerSpan[],
  closings: readonly Closing[],
): readonly Verdict[] {
  const ahead = { from: arrivedAt, until: dueAt };
  const open = without(ahead, answers);
  const before: Verdict[] = [];
  for (const answered of answers) {
    const part = overlap(ahead, answered);
    if (part !== null) before.push(verdict(part, 'met', answered));
  }
  for (const span of open) {
    for (const closing of closings) {
      const part = overlap(span, closing);
      if (part !== null) before.push(verdict(part, 'closed_before_deadline', null));
    }
    for (const part of without(span, closings)) before.push(verdict(part, 'pending', null));
  }
  return dueAt === null ? before : joined(before, verdictsFrom(dueAt, answers, closings));
}

/**
 * Met or breached is taken at the deadline, by what stood then, and stands. Closed at it: neither, unless the closing is
 * taken back: then the lead waits again from its arrival, and its deadline has passed unanswered.
 */
function verdictsFrom(dueAt: number, answers: readonly AnswerSpan[], closings: readonly Closing[]): readonly Verdict[] {
  const answered = answers.find((span) => covers(span, dueAt));
  if (answered !== undefined) return [verdict({ from: dueAt, until: null }, 'met', answered)];
  const closing = closings.find((span) => covers(span, dueAt));
  if (closing === undefined) return [verdict({ from: dueAt, until: null }, 'breached', null)];
  const closed = verdict({ from: dueAt, until: closing.until }, 'closed_before_deadline', null);
  return closing.until === null ? [closed] : [closed, verdict({ from: closing.until, until: null }, 'breached', null)];
}

/** What was said up to the deadline goes on after it as one, if the same is said from it on. */
function joined(before: readonly Verdict[], after: readonly Verdict[]): readonly Verdict[] {
  const [first, ...more] = after;
  const same = before.find(({ until, says, answered }) => until === first?.from && says === first?.says && answered === first?.answered);
  if (first === undefined || same === undefined) return [...before, ...after];
  return [...before.map((other) => (other === same ? { ...same, until: first.until } : other)), ...more];
}

const verdict = ({ from, until }: Span, says: Verdict['says'], answered: AnswerSpan | null): Verdict => ({
  from,
  until,
  says,
  answered,
});
