import type { Configuration } from '../configuration/configuration.js';
import { stepsOf } from '../configuration/settings.js';
import { CALL_BACK } from '../lead/call-back.js';
import { deadlinesOf, targetOf } from '../lead/deadlines.js';
import type { SubjectState } from '../lead/lead-state.js';
import { presentJudgement, viewOf } from '../lead/lead-view.js';

/** A promised call is put off for so long at most: who wants more promises another one. */
const callBackSnoozeMs = 3_600_000;

/**
 * How far an alert can be put off at an instant (epoch ms). `policy`: the policy says how long; `target`, `step`: it says nothing, so that comes first;
 * `call_back`: a promised call has a limit of its own.
 */
export interface SnoozeLimit {
  readonly until: number;
  readonly by: 'policy' | 'target' | 'step' | 'call_back';
}

/**
 * Until when the alert of a step can be put off; null: the lead does not wait for what the step is about. A policy that says how long
 * (`snoozeMaxSeconds`) lets it be put off for so long from now, past the target too; of one that says nothing never past the target, nor past
 * the next step that is to come: an instant that has passed means not at all.
 */
export function snoozeLimit(state: SubjectState, configuration: Configuration, step: string, now: number): SnoozeLimit | null {
  const deadlines = deadlinesOf(state, configuration);
  if (step === CALL_BACK)
    return deadlines.some((deadline) => deadline.step === step) ? { until: now + callBackSnoozeMs, by: 'call_back' } : null;
  const settings = presentJudgement(viewOf(state, configuration))?.policy.settings;
  const found = settings === undefined ? undefined : stepsOf(settings).find(({ id }) => id === step);
  if (settings === undefined || found === undefined || !deadlines.some((deadline) => deadline.step === step)) return null;
  const { snoozeMaxSeconds } = settings;
  if (snoozeMaxSeconds !== null) return { until: now + snoozeMaxSeconds * 1000, by: 'policy' };
  const target = targetOf(state, configuration, found) ?? Number.POSITIVE_INFINITY;
  const next = Math.min(...deadlines.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now));
  return target <= next ? { until: target, by: 'target' } : { until: next, by: 'step' };
}
