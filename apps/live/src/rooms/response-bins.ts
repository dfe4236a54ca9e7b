import type { Aggregate } from '@leadclock/domain/kpi/kpi.js';
import { leadResponseTime } from '@leadclock/domain/kpi/lead-response-time.kpi.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { FactView, Tally, TallyPart } from '@leadclock/domain/kpi/tally.js';
import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import { binOf, binStarts, responseBinsBy } from '@leadclock/live-protocol/response-bins.js';

class BinsTally implements Tally {
  private readonly counts = binStarts.map(() => 0);

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  parts(): readonly TallyPart[] {
    return this.counts.map((count, bin) => ({ key: { bin: String(binStarts[bin]) }, value: count, n: count, fields: {} }));
  }

  private count({ value }: FactView, sign: 1 | -1): void {
    const bin = binOf((value ?? 0) / 1_000);
    this.counts[bin] = (this.counts[bin] ?? 0) + sign;
  }
}

/** The rows of lead-response-time, counted by how long they took: the same rows, so that the bins add up to its n. */
export const responseDistribution: Aggregate = { ...leadResponseTime, tallies: () => () => new BinsTally() };

export const responseBins = (groups: readonly GroupAnswer[]): ResponseBin[] =>
  responseBinsBy((_bin, fromSeconds) => groups.find(({ key }) => key['bin'] === String(fromSeconds))?.n ?? 0);
