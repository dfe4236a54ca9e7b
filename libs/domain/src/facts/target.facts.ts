import type { Configuration } from '../configuration/configuration.js';
import type { AnswerSpan } from '../lead/answers.js';
import type { Closing } from '../lead/closings.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Judgement } from '../lead/lead-view.js';
import { type Span, covers, overlap, without } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';
import { leadRows } from './lead-credit.js';
import { noArrivalRows } from './no-arrival.js';
import { creditOf, ownerCredit } from './response-credit.js';
import { numbered, type Row, rowsOf } from './row.js';
import { inside } from './unanswered.js';

/** What is said of a lead's deadline, as of each instant of the span. */
interface Verdict extends Span {
  readonly says: 'met' | 'breached' | 'pending' | 'closed_before_deadline';
  /** of `met`: the answer that met it */
  readonly answered: AnswerSpan | null;
}

/**
 * Whether the lead was answered by its deadline, on the working clock: `at` the arrival, `part` `met` (from the answer on, its
 * credit, `item` its touchpoint) or `breached` (from the deadline `due` on, the owner's then). A row that was met names no
 * deadline: a later pause would still have moved it. What stands at the deadline stands for ever, but a closing that is taken
 * back later. Excluded: `pending` while the deadline is ahead, `closed_before_deadline`, `no_arrival`.
 */
export const targetFacts: FactMaker = (state, configuration, { judgements, closings }) => {
  const rows = judgements.flatMap((judgement) =>
    inside(judgement, verdictsOf(state, judgement, closings)).flatMap((verdict) =>
      rowsOfVerdict(state, configuration, judgement.clock.dueAt, verdict),
    ),
  );
  return numbered([...noArrivalRows('target', state, configuration), ...rows]);
};

function verdictsOf(state: SubjectState, judgement: Judgement, closings: readonly Closing[]): readonly Verdict[] {
  const { answers, clock } = judgement;
  const { dueAt } = clock;
  const ahead = { from: state.arrivedAt ?? judgement.from, until: dueAt };
  const met = answers.flatMap((answered) => parts(ahead, [answered], 'met', answered));
  const open = without(ahead, answers);
  const closed = open.flatMap((span) => parts(span, closings, 'closed_before_deadline', null));
  const pending = open.flatMap((span) => without(span, closings)).map((span) => verdict(span, 'pending', null));
  const before = [...met, ...closed, ...pending];
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
  const same = before.find(
    ({ until, says, answered }) => until === first?.from && says === first?.says && answered === first?.answered,
  );
  if (first === undefined || same === undefined) return [...before, ...after];
  return [...before.map((other) => (other === same ? { ...same, until: first.until } : other)), ...more];
}

function rowsOfVerdict(
  state: SubjectState,
  configuration: Configuration,
  due: number | null,
  { from, until, says, answered }: Verdict,
): readonly Row[] {
  const at = state.arrivedAt;
  const span = { from, until };
  if (answered !== null) {
    const credit = creditOf(state, configuration, answered);
    const fields = { part: says, item: answered.answer.touch.id, at };
    return rowsOf('target', state, span, [], () => fields, () => credit);
  }
  if (says === 'breached') {
    const credit = ownerCredit(state, configuration, Math.max(from, due ?? from));
    const fields = { part: says, at, due };
    return rowsOf('target', state, span, [], () => fields, () => credit);
  }
  return leadRows('target', state, configuration, span, () => ({ at, excluded: says }));
}

const parts = (span: Span, others: readonly Span[], says: Verdict['says'], answered: AnswerSpan | null) =>
  others.flatMap((other) => {
    const part = overlap(span, other);
    return part === null ? [] : [verdict(part, says, answered)];
  });

const verdict = ({ from, until }: Span, says: Verdict['says'], answered: AnswerSpan | null): Verdict => ({
  from,
  until,
  says,
  answered,
});
