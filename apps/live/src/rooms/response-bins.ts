import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { leadResponseTime } from '@leadclock/domain/kpi/lead-response-time.kpi.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { FactView, Tally, TallyPart } from '@leadclock/domain/kpi/tally.js';
import type { ResponseBin } from '@leadclock/live-protocol/funnel-step.js';

/** Where the nine bins begin, in seconds. An answer on an edge belongs to the bin before it: exactly the target is in target. */
const starts = [0, 60, 120, 180, 240, 300, 600, 1_800, 3_600] as const;

class BinsTally implements Tally {
  private readonly counts = starts.map(() => 0);

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  parts(): readonly TallyPart[] {
    return this.counts.map((count, bin) => ({ key: { bin: String(starts[bin]) }, value: count, n: count, fields: {} }));
  }

  private count({ value }: FactView, sign: 1 | -1): void {
    const milliseconds = value ?? 0;
    const next = starts.findIndex((from) => from > 0 && milliseconds <= from * 1_000);
    const bin = next === -1 ? starts.length - 1 : next - 1;
    this.counts[bin] = (this.counts[bin] ?? 0) + sign;
  }
}

/** The rows of lead-response-time, counted by how long they took: the same rows, so that the bins add up to its n. */
export const responseDistribution: Kpi = { ...leadResponseTime, tallies: () => () => new BinsTally() };

export const responseBins = (groups: readonly GroupAnswer[]): ResponseBin[] =>
  starts.map((fromSeconds, bin) => ({
    fromSeconds,
    toSeconds: starts[bin + 1] ?? null,
    count: groups.find(({ key }) => key['bin'] === String(fromSeconds))?.n ?? 0,
  }));
