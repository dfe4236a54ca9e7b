import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { latest, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { leadStages } from '@leadclock/domain/lead/lead-stages.js';
import type { FunnelStep } from '@leadclock/live-protocol/funnel-step.js';

const ofLeads: readonly string[] = leadStages;

/** The funnel's steps in order, without deals that were lost: of leads, then of deals, each with its share of the step before. */
export function funnelSteps(groups: readonly GroupAnswer[], configuration: Configuration): FunnelStep[] {
  const steps = groups.flatMap(({ key, value }) => {
    const { stage, pipeline = 'default' } = key;
    if (stage === null || stage === undefined || stage === 'lost') return [];
    return [{ stage, pipeline, count: value ?? 0 }];
  });
  return steps.map(({ stage, pipeline, count }, place) => {
    const before = steps[place - 1]?.count ?? 0;
    const of = ofLeads.includes(stage) ? 'leads' : 'deals';
    return {
      stage,
      label: stageLabel(configuration, pipeline ?? 'default', stage),
      of,
      count,
      rate: before === 0 ? null : count / before,
    };
  });
}

/** The pipeline's own word for a stage; null: it has none, or the stage is one of all leads. */
export const stageLabel = (configuration: Configuration, pipeline: string, stage: string): string | null =>
  ofLeads.includes(stage)
    ? null
    : (latest(versionsOf(configuration.pipelines, pipeline))?.stages.find(({ id }) => id === stage)?.name ?? null);
