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
 * credit) or `breached` (from the deadline on, the owner's then), `due` the deadline. What stands at the deadline stands for
 * ever. Excluded: `pending` while the deadline is ahead, `closed_before_deadline`, `no_arrival`.
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
  if (dueAt === null) return before;
  const final = verdictAt(dueAt, answers, closings);
  const same = before.find(
    ({ until, says, answered }) => until === dueAt && says === final.says && answered === final.answered,
  );
  return same === undefined
    ? [...before, final]
    : before.map((other) => (other === same ? { ...same, until: null } : other));
}

/** Met or breached is taken at the deadline, by what stood then. */
function verdictAt(dueAt: number, answers: readonly AnswerSpan[], closings: readonly Closing[]): Verdict {
  const forever = { from: dueAt, until: null };
  const answered = answers.find((span) => covers(span, dueAt)) ?? null;
  if (answered !== null) return verdict(forever, 'met', answered);
  return verdict(forever, closings.some((span) => covers(span, dueAt)) ? 'closed_before_deadline' : 'breached', null);
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
    return rowsOf('target', state, span, [], () => ({ ...credit, part: says, item: answered.answer.touch.id, at, due }));
  }
  if (says === 'breached') {
    const credit = ownerCredit(state, configuration, due ?? from);
    return rowsOf('target', state, span, [], () => ({ ...credit, part: says, at, due }));
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
