import type { ClockName, PolicyName } from '../alerts/identity.js';
import type { Configuration, PolicyStep } from '../configuration/configuration.js';
import { stepsOf } from '../configuration/settings.js';
import { callBackDeadline } from './call-back.js';
import { runClock } from './clocks.js';
import type { SubjectState } from './lead-state.js';
import { type Judgement, type LeadView, presentJudgement, viewOf } from './lead-view.js';
import { presentAnswer } from './summary.js';

/** An instant at which somebody is to be told, if nothing happens before. */
export interface Deadline {
  readonly step: string;
  readonly dueAt: number;
  /** with the lead and the step what names the alert of the first round (`alertId`) */
  readonly policy: PolicyName;
  readonly clock: ClockName;
}

/**
 * The deadlines of a lead that still waits for what they are about, in the order of the policy's steps, and of the call that was promised; those that
 * have passed stay until then. None for a lead that began as a backfill, is closed, was erased (nobody can call it) or has not arrived; a lead paused at
 * a deadline has not that one.
 */
export function deadlinesOf(
  state: SubjectState,
  configuration: Configuration,
  view: LeadView = viewOf(state, configuration),
): readonly Deadline[] {
  const { arrivedAt } = state;
  const judgement = presentJudgement(view);
  if (arrivedAt === null || judgement === null || state.historical || state.erasedAt !== null) return none;
  if (view.closings.some(({ until }) => until === null)) return none;
  const promised = callBackDeadline(state);
  const done = { answer: presentAnswer(view) !== null, contact: isContacted(view) };
  if (done.answer && done.contact) return promised === null ? none : [promised];
  const { event, settings } = judgement.policy;
  const policy: PolicyName = event ?? 'default';
  const steps = stepsOf(settings).flatMap((step) => {
    const dueAt = done[step.of] ? null : dueOf(state, arrivedAt, judgement, step);
    const clock: ClockName | null = step.clock === 'lead' ? 'lead' : state.ownerEvent;
    return dueAt === null || clock === null ? [] : [{ step: step.id, dueAt, policy, clock }];
  });
  return promised === null ? steps : [...steps, promised];
}

/** The instant at which a lead's target has passed, on the clock of a step and of what that is about; null: it has none, or stands still at it. */
export function targetOf(
  state: SubjectState,
  configuration: Configuration,
  { clock, of }: Pick<PolicyStep, 'clock' | 'of'>,
): number | null {
  const { arrivedAt } = state;
  const judgement = presentJudgement(viewOf(state, configuration));
  if (arrivedAt === null || judgement === null) return null;
  return dueOf(state, arrivedAt, judgement, { clock, of, atSeconds: null, atPercent: 100 });
}

const isContacted = ({ contacts }: LeadView): boolean => contacts.some(({ until }) => until === null);

type StepTime = Pick<PolicyStep, 'clock' | 'of' | 'atSeconds' | 'atPercent'>;

function dueOf(state: SubjectState, arrivedAt: number, { policy }: Judgement, step: StepTime): number | null {
  const start = step.clock === 'lead' ? arrivedAt : ownerClockFrom(state, arrivedAt);
  const length = lengthOf(step, step.of === 'answer' ? policy.settings.answerSeconds : policy.settings.contactSeconds);
  if (start === null || length === null) return null;
  return runClock(start, length, policy.calendar, state.pauses).spans.at(-1)?.due ?? null;
}

/** The owner's clock starts at each change of owner, not before the arrival; nobody's clock does not run. */
function ownerClockFrom({ owners }: SubjectState, arrivedAt: number): number | null {
  const last = owners.at(-1);
  return last === undefined || last.owner === null ? null : Math.max(arrivedAt, last.at);
}

/** Milliseconds on the clock: `at_s` from its start (negative: before the target), or a share of the target. */
function lengthOf({ atSeconds, atPercent }: StepTime, target: number | null): number | null {
  if (atSeconds !== null && atSeconds >= 0) return atSeconds * 1000;
  if (target === null) return null;
  const length = atSeconds === null ? Math.round(target * 10 * (atPercent ?? 100)) : (target + atSeconds) * 1000;
  return Math.max(0, length);
}

const none: readonly Deadline[] = [];
