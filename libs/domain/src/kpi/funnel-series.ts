import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import { leadStages } from '../lead/lead-stages.js';
import type { Asking } from './asking.js';
import type { Series } from './series.tally.js';
import type { FactView } from './tally.js';

interface Step {
  readonly stage: string | null;
  /** null: a stage of leads */
  readonly pipeline: string | null;
}

/** Cheap to make for each fact, and to be read again; null and the empty text are two values. */
const nameOf = ({ stage, pipeline }: Step): string =>
  `${pipeline === null ? '' : `=${pipeline}`}\u0000${stage === null ? '' : `=${stage}`}`;

/** Where a fact stands in the funnel. */
export const stepOf = ({ kind, part, stage, pipeline }: FactView): Step => {
  if (kind === 'arrival') return { stage: 'created', pipeline: null };
  if (kind === 'funnel' || kind === 'wait') return { stage, pipeline: null };
  return { stage: part === 'won' || part === 'lost' ? part : stage, pipeline: pipeline ?? 'default' };
};

/**
 * The steps of a funnel: the stages of leads; then those of each pipeline in its order, the ones it lacks last; then won,
 * then lost, once for each pipeline. Keys have `pipeline` where there are several. Filters leave out steps of others.
 */
export const funnelSeries = (asking: Asking, configuration: Configuration): Series => seriesOf(asking, configuration, true);

/** The same without won and lost. */
export const stageSeries = (asking: Asking, configuration: Configuration): Series => seriesOf(asking, configuration, false);

function seriesOf({ filters }: Asking, configuration: Configuration, withOutcomes: boolean): Series {
  const isWanted = ({ stage, pipeline }: Step): boolean =>
    (filters.stage?.includes(stage) ?? true) && (filters.pipeline?.includes(pipeline) ?? true);
  return {
    shares: false,
    memberOf: (fact) => nameOf(stepOf(fact)),
    members: (seen, asOf) => {
      const steps = stepsOf(configuration, asOf, [...seen].map(readName), withOutcomes);
      const several = new Set(steps.flatMap(({ pipeline }) => pipeline ?? [])).size > 1;
      return steps.filter(isWanted).map((step) => ({
        name: nameOf(step),
        key: several ? { stage: step.stage, pipeline: step.pipeline } : { stage: step.stage },
      }));
    },
  };
}

function readName(name: string): Step {
  const [pipeline = '', stage = ''] = name.split('\u0000');
  return { stage: stage === '' ? null : stage.slice(1), pipeline: pipeline === '' ? null : pipeline.slice(1) };
}

function stepsOf(configuration: Configuration, asOf: number, seen: readonly Step[], withOutcomes: boolean): readonly Step[] {
  const pipelines = pipelineOrder(configuration, seen);
  const outcomes = withOutcomes ? ['won', 'lost'] : [];
  return [
    ...leadStages.map((stage) => ({ stage, pipeline: null })),
    ...pipelines.flatMap((pipeline) => stagesOf(configuration, pipeline, asOf, seen)),
    ...outcomes.flatMap((stage) => pipelines.map((pipeline) => ({ stage, pipeline }))),
  ];
}

/** In the order in which they were first set up; then those that deals name and nobody set up. */
function pipelineOrder(configuration: Configuration, seen: readonly Step[]): readonly string[] {
  const known = Object.entries(configuration.pipelines)
    .toSorted(([a, [first]], [b, [other]]) => (first?.effect ?? 0) - (other?.effect ?? 0) || (a < b ? -1 : 1))
    .map(([pipeline]) => pipeline);
  const named = seen.flatMap(({ pipeline }) => pipeline ?? []).toSorted();
  return [...new Set([...known, ...named])];
}

function stagesOf(configuration: Configuration, pipeline: string, asOf: number, seen: readonly Step[]): readonly Step[] {
  const known = inForce(versionsOf(configuration.pipelines, pipeline), asOf)?.stages.map(({ id }) => id) ?? [];
  const others = seen
    .filter((step) => step.pipeline === pipeline && !known.includes(step.stage ?? ''))
    .map(({ stage }) => stage)
    .filter((stage) => stage !== 'won' && stage !== 'lost')
    .toSorted((a, b) => (a === null ? 1 : b === null || a < b ? -1 : 1));
  return [...known, ...new Set(others)].map((stage) => ({ stage, pipeline }));
}
