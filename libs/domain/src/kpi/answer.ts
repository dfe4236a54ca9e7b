import type { Fact } from '../facts/fact.js';
import type { Asking } from './asking.js';
import type { Aggregate, Kpi, KpiContext, Unit } from './kpi.js';
import { openAnswer } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { counts } from './selection.js';
import type { FactView } from './tally.js';

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

/** Answers from facts (a superset of those that count will do), in one pass. */
export function answerKpi(kpi: Kpi, asking: Asking, facts: Iterable<FactView>, context: KpiContext): Answer {
  const answer = openAnswer(kpi, asking, context);
  const parts = answer.parts.map(({ of, asking: asked, running }) => ({ isCounted: counts(of, asked), running }));
  for (const fact of facts) for (const { isCounted, running } of parts) if (isCounted(fact)) running.add(fact);
  return answerOf(kpi, asking, answer.groups(asking.asOf));
}

/** Groups, however they were made, under the head of an answer. */
export function answerOf(kpi: Kpi, asking: Asking, groups: readonly GroupAnswer[]): Answer {
  return {
    kpi: kpi.name,
    version: kpi.version,
    unit: kpi.unit,
    as_of: rfc3339(asking.asOf),
    ...(asking.knownAt === null ? {} : { known_at: rfc3339(asking.knownAt) }),
    from: asking.from === null ? null : rfc3339(asking.from),
    to: asking.to === null ? null : rfc3339(asking.to),
    groups,
  };
}

/** The facts that a part of an answer is made of, the excluded ones too: answering from them gives the same answer. */
export function rowsBehind(kpi: Aggregate, asking: Asking, facts: Iterable<Fact>): Fact[] {
  const isCounted = counts(kpi, asking);
  const rows: Fact[] = [];
  for (const fact of facts) if (isCounted(fact)) rows.push(fact);
  return rows;
}

const rfc3339 = (instant: number): string => new Date(instant).toISOString();
