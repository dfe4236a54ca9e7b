import { SortedValues } from '../kpi/sorted-values.js';
import { ExactSum } from '../money/exact-sum.js';
import { type Leg, milestones } from './journey.js';

/** How much time one leg took over leads, in seconds. */
export interface LegSum {
  readonly leg: Leg['leg'];
  /** leads that have the leg */
  readonly n: number;
  readonly total_s: number;
  readonly system_s: number;
  readonly human_s: number;
  /** of the leads that have the leg */
  readonly median_s: number | null;
}

/** Where the time of leads went. The legs add up to `total_s`, system and human time too. */
export interface JourneySums {
  readonly n: number;
  readonly total_s: number;
  readonly system_s: number;
  readonly human_s: number;
  readonly legs: readonly LegSum[];
}

interface Running {
  readonly system: ExactSum;
  readonly human: ExactSum;
  readonly values: SortedValues;
}

const names: readonly Leg['leg'][] = [...milestones, 'open'];

/** Sums the legs of leads, exactly and in any order. */
export class JourneyTally {
  private leads = 0;
  private readonly legs = new Map(names.map((leg): [Leg['leg'], Running] => [leg, empty()]));

  add(legs: readonly Leg[]): void {
    this.leads++;
    for (const { leg, milliseconds, by } of legs) {
      const running = this.legs.get(leg);
      if (running === undefined) continue;
      (by === 'system' ? running.system : running.human).add(milliseconds);
      running.values.add(milliseconds);
    }
  }

  sums(): JourneySums {
    const system = new ExactSum();
    const human = new ExactSum();
    const legs = [...this.legs].map(([leg, running]): LegSum => {
      system.addTotal(running.system);
      human.addTotal(running.human);
      const median = running.values.percentile(50);
      return { leg, n: running.values.size, ...secondsOf(running.system, running.human), median_s: median === null ? null : median / 1000 };
    });
    return { n: this.leads, ...secondsOf(system, human), legs };
  }
}

const empty = (): Running => ({ system: new ExactSum(), human: new ExactSum(), values: new SortedValues() });

function secondsOf(system: ExactSum, human: ExactSum): { readonly total_s: number; readonly system_s: number; readonly human_s: number } {
  const both = new ExactSum();
  both.addTotal(system);
  both.addTotal(human);
  return { total_s: both.over(1000), system_s: system.over(1000), human_s: human.over(1000) };
}
