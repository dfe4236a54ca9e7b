import { type WorkingCalendar, workingBetween, workingCalendar } from '../calendar/working-time.js';
import type { Configuration } from '../configuration/configuration.js';
import { waitedAt } from '../facts/wait.facts.js';
import type { FactView, Tally, TallyPart } from './tally.js';
import { type Queued, type Wait, WaitQueue } from './wait-queue.js';

type Clock = 'working' | 'wall';

/** Makes tallies of the longest wait on a clock. The calendars are those of the configuration given. */
export function longestWaitTally(clock: Clock, configuration: Configuration): () => Tally {
  return () => new LongestWaitTally(clock, configuration);
}

/** Waits that grow alike: those that stand still, those on the wall's clock, or those in one calendar. */
interface Line {
  readonly queue: WaitQueue;
  readonly rankOf: (wait: Wait) => number;
}

/**
 * The longest of the waits that were added, at the instant asked about; of equal ones the lead whose id comes first. Two that grow alike never
 * overtake one another, so only the heads of a few lines are looked at.
 */
class LongestWaitTally implements Tally {
  private readonly waits = new Map<string, { readonly queued: Queued; readonly line: Line }>();
  private readonly lines = new Map<string | null, Line>();
  private readonly still: Line;

  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    this.still = { queue: new WaitQueue(), rankOf: (wait) => -waitedAt(wait, clock, wait.from, configuration) };
  }

  add({ subject, part, item, from, since, value }: FactView): void {
    const wait = { subject, part, item, from, since, value };
    const key = keyOf(wait);
    if (this.waits.has(key)) return;
    const line = part === 'paused' ? this.still : this.lineOf(wait);
    this.waits.set(key, { queued: line.queue.join(wait, line.rankOf(wait)), line });
  }

  remove(row: FactView): void {
    const key = keyOf(row);
    const there = this.waits.get(key);
    there?.line.queue.leave(there.queued);
    this.waits.delete(key);
  }

  parts(asOf: number): readonly TallyPart[] {
    let longest: { readonly wait: Wait; readonly waited: number } | null = null;
    for (const { queue } of [this.still, ...this.lines.values()]) {
      const wait = queue.head;
      if (wait === null) continue;
      const waited = waitedAt(wait, this.clock, asOf, this.configuration);
      if (longest === null || waited > longest.waited || (waited === longest.waited && wait.subject < longest.wait.subject)) {
        longest = { wait, waited };
      }
    }
    const value = longest === null ? null : longest.waited / 1000;
    return [{ key: {}, value, n: this.waits.size, fields: { lead: longest?.wait.subject ?? null } }];
  }

  /** Of a wait that runs. */
  private lineOf({ item, from }: Wait): Line {
    const name = this.clock === 'wall' ? null : item;
    let line = this.lines.get(name);
    if (line === undefined) {
      const calendar = this.clock === 'wall' ? null : workingCalendar(this.configuration, item);
      line = { queue: new WaitQueue(), rankOf: (wait) => this.beginsAfter(calendar, from, wait) };
      this.lines.set(name, line);
    }
    return line;
  }

  /** By how much later than `origin` the clock of a wait began, pauses left out: what counts is open time, and all grow by the same. */
  private beginsAfter(calendar: WorkingCalendar, origin: number, wait: Wait): number {
    const { from } = wait;
    return (
      workingBetween(calendar, origin, from) - workingBetween(calendar, from, origin) - waitedAt(wait, this.clock, from, this.configuration)
    );
  }
}

/** The same row has the same key, and two rows of a lead (one ends, one begins) have not. */
const keyOf = ({ subject, part, item, from, since, value }: Wait): string => [from, since, value, part, item, subject].join(' ');
