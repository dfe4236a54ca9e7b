import type { Configuration } from '../configuration/configuration.js';
import { type AnswerSpan, answerSpans, earlySpans } from './answers.js';
import { type Clock, runClock } from './clocks.js';
import { type Closing, closingsOf } from './closings.js';
import { ownerChanges } from './credit.js';
import { type ContactSpan, contactSpans } from './first-contact.js';
import { earlier, firstBooking, firstHeld, type TouchMoment } from './first-meeting.js';
import { type Reached, stagesReached } from './lead-stages.js';
import type { SubjectState } from './lead-state.js';
import { type ChosenPolicy, type PolicySpan, policySpans } from './policy.js';
import { covers, inside, type Span } from './spans.js';
import { type Verdict, verdictsOf } from './verdicts.js';
import { type Waiting, waitingSpans } from './waiting.js';

/** What one policy sees in a lead. The spans within are those under the policy for all time; they hold inside `from`/`until`. */
export interface Judgement extends Span {
  readonly policy: ChosenPolicy;
  readonly answers: readonly AnswerSpan[];
  /** while a touchpoint from before the arrival would have answered */
  readonly early: readonly Span[];
  readonly clock: Clock;
  readonly verdicts: readonly Verdict[];
}

/** A lead as facts look at it, worked out once for all kinds. */
export interface LeadView {
  /** one for each chosen policy, mostly one; none for a subject without arrival */
  readonly judgements: readonly Judgement[];
  readonly closings: readonly Closing[];
  /** which contact is the first one, as of each instant */
  readonly contacts: readonly ContactSpan[];
  /** the first booking of a meeting, and the first meeting that was held */
  readonly booking: TouchMoment | null;
  readonly held: TouchMoment | null;
  /** when what is the owner's may become somebody else's */
  readonly handed: readonly number[];
  /** the stages after the first, in their order */
  readonly reached: readonly Reached[];
  /** when it waits for an answer */
  readonly waiting: readonly Waiting[];
}

/** Looks at a lead under a configuration. Facts, summary and deadlines are made one after the other of one view. */
export function viewOf(state: SubjectState, configuration: Configuration): LeadView {
  if (latest !== null && latest.state === state && latest.configuration === configuration) return latest.view;
  const closings = closingsOf(state);
  const judgements = policySpans(state, configuration).map((span) => judge(state, span, closings));
  const contacts = contactSpans(state);
  const booking = firstBooking(state);
  const held = firstHeld(state);
  const handed = ownerChanges(state, configuration);
  const reached = stagesReached(state, firstAnswers(judgements), contacts, earlier(booking, held));
  const waiting = waitingSpans(state.arrivedAt, judgements, closings);
  const view = { judgements, closings, contacts, booking, held, handed, reached, waiting };
  latest = { state, configuration, view };
  return view;
}

/** A memory of one: both are immutable, so it can only say what would be said again. */
let latest: { readonly state: SubjectState; readonly configuration: Configuration; readonly view: LeadView } | null = null;

/** The judgement that holds under all that is known; null without an arrival. */
export const presentJudgement = (view: LeadView): Judgement | null => view.judgements.at(-1) ?? null;

/** The judgement as of an instant; null before the arrival. */
export const judgementAt = ({ judgements }: LeadView, at: number): Judgement | null =>
  judgements.find((judgement) => covers(judgement, at)) ?? null;

/** Which answer is the first one, as of each instant, under the policy that was the chosen one then. */
function firstAnswers(judgements: readonly Judgement[]): readonly AnswerSpan[] {
  const only = judgements[0];
  if (only !== undefined && judgements.length === 1) return only.answers;
  return judgements.flatMap((judgement) => inside(judgement, judgement.answers));
}

function judge(state: SubjectState, { from, until, policy }: PolicySpan, closings: readonly Closing[]): Judgement {
  const { settings, calendar } = policy;
  const arrivedAt = state.arrivedAt ?? from;
  const answers = answerSpans(state, settings.counts);
  const clock = runClock(arrivedAt, settings.answerSeconds * 1000, calendar, state.pauses);
  return {
    from,
    until,
    policy,
    answers,
    early: earlySpans(state, settings.counts),
    clock,
    verdicts: verdictsOf(arrivedAt, clock.dueAt, answers, closings),
  };
}
