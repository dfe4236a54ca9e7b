import type { Fact } from '../facts/fact.js';
import type { Asking } from './asking.js';
import type { Kpi, KpiContext, Unit } from './kpi.js';
import type { Excluded, Field, FactView, Key } from './tally.js';

/** One group of an answer, as API.md gives it; KPI's own fields (won, p90, currency …) stand beside. */
export interface GroupAnswer {
  readonly key: Key;
  readonly value: number | null;
  readonly n: number;
  readonly excluded: Excluded;
  readonly [field: string]: Field | Key | Excluded;
}

/** The JSON of `GET /v1/kpis/:kpi`. Times are RFC 3339 in UTC. */
export interface Answer {
  readonly kpi: string;
  readonly version: number;
  readonly unit: Unit;
  readonly as_of: string;
  readonly known_at?: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly groups: readonly GroupAnswer[];
}

/** Answers from facts (a superset of those that count will do). One pass. */
export declare function answerKpi(kpi: Kpi, asking: Asking, facts: Iterable<FactView>, context: KpiContext): Answer;

/** The facts that the answer is made of, the excluded ones too: answering from them gives the same answer. */
export declare function rowsBehind(kpi: Kpi, asking: Asking, facts: Iterable<Fact>): Fact[];
