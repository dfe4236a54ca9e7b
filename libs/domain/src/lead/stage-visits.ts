import type { Deal, StageEntry } from './lead-state.js';

/** A deal's stay in a stage, over all its visits, from when it left it for the last time until it comes back (null: not so far). */
export interface StageStay {
  readonly pipeline: string;
  readonly stage: string;
  /** the latest leaving as of then */
  readonly at: number;
  readonly until: number | null;
  /** milliseconds of all visits up to it */
  readonly length: number;
}

/** One visit: left for another stage, or by an outcome. */
interface Visit {
  readonly from: number;
  readonly to: number | null;
}

/** The stays of a deal, one for each time that it left a stage. */
export function stageStays(deal: Deal): readonly StageStay[] {
  return firstOfEach(deal.stages).flatMap(({ pipeline, stage }) => {
    const visits = deal.stages.flatMap((entry, index) =>
      entry.stage === stage && entry.pipeline === pipeline ? [visitOf(deal, entry, deal.stages[index + 1])] : [],
    );
    let length = 0;
    return visits.flatMap(({ from, to }, index) => {
      if (to === null) return [];
      length += to - from;
      return [{ pipeline, stage, at: to, until: visits[index + 1]?.from ?? null, length }];
    });
  });
}

/** An outcome of the instant of the entry that comes after it ends the visit at once. */
function visitOf({ outcomes }: Deal, entry: StageEntry, next: StageEntry | undefined): Visit {
  const isAfter = ({ at, order }: { readonly at: number; readonly order: number }): boolean =>
    at > entry.at || (at === entry.at && order > entry.order);
  const closed = outcomes.find((change) => change.outcome !== 'open' && isAfter(change));
  const ends = [next?.at, closed?.at].filter((at) => at !== undefined);
  return { from: entry.at, to: ends.length === 0 ? null : Math.min(...ends) };
}

const firstOfEach = (stages: readonly StageEntry[]): readonly StageEntry[] =>
  stages.filter(
    ({ stage, pipeline }, index) => stages.findIndex((other) => other.stage === stage && other.pipeline === pipeline) === index,
  );
