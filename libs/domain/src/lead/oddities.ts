import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import type { Deal, SubjectState, Touch } from './lead-state.js';
import { type LeadView, presentJudgement } from './lead-view.js';

/**
 * What events may say that hardly can be so. They happened, so they are accepted, and each KPI says in its docstring what it makes of them; people
 * are shown where they are.
 * - `answer_before_arrival`: a touchpoint from before the arrival would have answered
 * - `held_before_booked`: a meeting was held, then booked
 * - `won_twice`, `lost_twice`: a deal came to an end again without having been reopened
 * - `unknown_stage`: a deal stood in a stage that its pipeline, as it was then, lacks
 * - `negative_amount`: a deal or a lead is worth less than nothing
 */
export const oddityCodes = [
  'answer_before_arrival',
  'held_before_booked',
  'lost_twice',
  'negative_amount',
  'unknown_stage',
  'won_twice',
] as const;
export type Oddity = (typeof oddityCodes)[number];

/** The oddities of a lead under all that is known today, each once, in the order of `oddityCodes`. */
export function odditiesOf(state: SubjectState, configuration: Configuration, view: LeadView): readonly Oddity[] {
  const { deals, touches, value } = state;
  const is: Readonly<Record<Oddity, boolean>> = {
    answer_before_arrival: (presentJudgement(view)?.early.length ?? 0) > 0,
    held_before_booked: touches.some(wasHeldBeforeBooked),
    lost_twice: deals.some(({ endedAgain }) => endedAgain === 'lost'),
    negative_amount: (value?.amount ?? 0) < 0 || deals.some(({ amounts }) => amounts.some(({ amount }) => amount < 0)),
    unknown_stage: deals.some((deal) => isInUnknownStage(deal, configuration)),
    won_twice: deals.some(({ endedAgain }) => endedAgain === 'won'),
  };
  const found = oddityCodes.filter((code) => is[code]);
  return found.length === 0 ? none : found;
}

const none: readonly Oddity[] = [];

function wasHeldBeforeBooked({ outcomes }: Touch): boolean {
  const held = outcomes.findIndex(({ outcome }) => outcome === 'held');
  return held >= 0 && outcomes.findLastIndex(({ outcome }) => outcome === 'booked') > held;
}

function isInUnknownStage({ stages }: Deal, configuration: Configuration): boolean {
  return stages.some(({ at, pipeline, stage }) => {
    const known = inForce(versionsOf(configuration.pipelines, pipeline), at)?.stages;
    return known !== undefined && !known.some(({ id }) => id === stage);
  });
}
