import type { Configuration, PipelineStage } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import type { Deal, StageEntry } from './lead-state.js';
import { heldAt } from './naming.js';

/** A deal that names no pipeline is in the pipeline `default`. */
export const dealPipelineAt = (deal: Deal, at: number): string => heldAt(deal.pipelines, at)?.value ?? 'default';

/** The stages of a pipeline in their order, of the version in force at an instant; none: the pipeline is unknown. */
export const stagesInForce = (configuration: Configuration, pipeline: string, at: number): readonly PipelineStage[] =>
  inForce(versionsOf(configuration.pipelines, pipeline), at)?.stages ?? [];

/** Whether a stage is the first one of its pipeline whose role is opportunity, or a later one, in the version in force at an instant. */
export const isPastOpportunity = (configuration: Configuration, pipeline: string, stage: string, at: number): boolean =>
  marksOf(configuration, pipeline, at)?.includes(stage) ?? false;

/**
 * The first instant at which a deal was an opportunity: it stood at or past the first stage of that role in its pipeline, of the version in
 * force when it entered, or was won; where the pipeline is unknown or marks no stage any deal is one, from when it is known there.
 * null: never so far. Source: KPIS.md, lead-to-opportunity; rules 10, 12 and 18.
 */
export function opportunityAt(deal: Deal, configuration: Configuration): number | null {
  let first = Number.POSITIVE_INFINITY;
  const reached = (at: number): void => {
    first = Math.min(first, at);
  };
  for (const { at, outcome } of deal.outcomes) if (outcome === 'won') reached(at);
  for (const entry of deal.stages) if (isOpportunity(entry, configuration)) reached(entry.at);
  for (const at of [deal.at, ...deal.pipelines.map((named) => named.at)]) {
    if (marksOf(configuration, dealPipelineAt(deal, at), at) === null) reached(at);
  }
  return first === Number.POSITIVE_INFINITY ? null : first;
}

/** A stage that its pipeline lacks stands in no order: neither before nor past any other. */
function isOpportunity({ pipeline, stage, at }: StageEntry, configuration: Configuration): boolean {
  const marks = marksOf(configuration, pipeline, at);
  return marks === null || marks.includes(stage);
}

/** The stages of a pipeline from the first opportunity on, in the version in force at an instant; null: unknown, or none is marked. */
function marksOf(configuration: Configuration, pipeline: string, at: number): readonly string[] | null {
  const stages = stagesInForce(configuration, pipeline, at);
  const first = stages.findIndex(({ role }) => role === 'opportunity');
  return first < 0 ? null : stages.slice(first).map(({ id }) => id);
}
