import type { Configuration } from '../configuration/configuration.js';
import type { SubjectState } from './lead-state.js';
import { presentJudgement, viewOf } from './lead-view.js';
import { summaryOf } from './summary.js';

/** Whether a target of the lead has not been met yet, so that its clock can stand still: that of the answer, or one of contact after it. */
export function hasOpenClock(state: SubjectState, configuration: Configuration): boolean {
  const view = viewOf(state, configuration);
  const summary = summaryOf(state, configuration, view);
  if (summary === null || summary.status !== 'answered') return summary?.status === 'waiting';
  return summary.contactedAt === null && (presentJudgement(view)?.policy.settings.contactSeconds ?? null) !== null;
}
