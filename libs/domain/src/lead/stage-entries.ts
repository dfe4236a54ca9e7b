import type { Configuration } from '../configuration/configuration.js';
import { earliest } from './changes.js';
import { firstWonAt } from './closings.js';
import { stagesInForce } from './deal-stages.js';
import type { Deal, StageEntry } from './lead-state.js';
import { type Entered, skippedBy, standingAmong } from './stage-order.js';

/** The first entry of a deal into a stage. Its order is that of the pipeline's version in force then. */
export interface FirstEntry {
  readonly at: number;
  readonly pipeline: string;
  readonly stage: string;
  /** `entered`; `returned`: a later stage came before; `unordered`: its pipeline lacks the stage */
  readonly part: 'entered' | 'returned' | 'unordered';
  /** when a later stage was entered, or the deal won; null: never */
  readonly laterAt: number | null;
  /** when the very next stage was entered (after the last: when the deal was won); null: never */
  readonly nextAt: number | null;
}

/** A stage that a deal has not been in when it first entered a later one, and when that was. */
export type SkippedStage = Pick<StageEntry, 'at' | 'pipeline' | 'stage'>;

type Placed = Entered & SkippedStage;

/** The first entries of a deal, in their order. Going back undoes nothing, and a deal that was won once has come past every stage. */
export function firstEntries(deal: Deal, configuration: Configuration): readonly FirstEntry[] {
  const firsts = deal.stages.filter((entry, index) => isFirst(deal.stages, entry, index));
  const wonAt = firstWonAt(deal);
  return firsts.map(({ at, pipeline, stage }) => {
    const order = stagesInForce(configuration, pipeline, at).map(({ id }) => id);
    const place = order.indexOf(stage);
    if (place < 0) return { at, pipeline, stage, part: 'unordered', laterAt: null, nextAt: null };
    const { returned, laterAt, nextAt } = standingAmong({ place, at }, placed(firsts, pipeline, order));
    return {
      at,
      pipeline,
      stage,
      part: returned ? 'returned' : 'entered',
      laterAt: earliest(laterAt, wonAt),
      nextAt: place === order.length - 1 ? wonAt : nextAt,
    };
  });
}

/** The stages that a deal skipped, by the order in force when it did. */
export function skippedStages(entries: readonly FirstEntry[], configuration: Configuration): readonly SkippedStage[] {
  return entries.flatMap((entry, index) => {
    if (entry.part !== 'entered') return [];
    const { at, pipeline, stage } = entry;
    const order = stagesInForce(configuration, pipeline, at).map(({ id }) => id);
    const before = order[order.indexOf(stage) - 1];
    // mostly a deal moves from one stage to the next
    if (before === undefined || (entries[index - 1]?.stage === before && entries[index - 1]?.pipeline === pipeline)) return [];
    const all = placed(entries, pipeline, order);
    return order.flatMap((skipped, place) => (skippedBy(place, all)?.stage === stage ? [{ at, pipeline, stage: skipped }] : []));
  });
}

const placed = (entries: readonly SkippedStage[], pipeline: string, order: readonly string[]): readonly Placed[] =>
  entries.flatMap((entry) => {
    const place = entry.pipeline === pipeline ? order.indexOf(entry.stage) : -1;
    return place < 0 ? [] : [{ at: entry.at, pipeline, stage: entry.stage, place }];
  });

const isFirst = (stages: readonly StageEntry[], { stage, pipeline }: StageEntry, index: number): boolean =>
  stages.findIndex((other) => other.stage === stage && other.pipeline === pipeline) === index;
