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

/** A wait that was added, where it queues, and the next of the same lead: one row ends and another begins at one instant. */
interface Place {
  readonly queued: Queued;
  readonly line: Line;
  readonly next: Place | null;
}

/**
 * The longest of the waits that were added, at the instant asked about; of equal ones the lead whose id comes first. Two that grow alike never
 * overtake one another, so only the heads of a few lines are looked at.
 */
class LongestWaitTally implements Tally {
  /** by lead */
  private readonly places = new Map<string, Place>();
  private readonly lines = new Map<string | null, Line>();
  private readonly still: Line;
  private n = 0;

  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    this.still = { queue: new WaitQueue(), rankOf: (wait) => -waitedAt(wait, clock, wait.from, configuration) };
  }

  add({ subject, part, item, from, since, value }: FactView): void {
    const wait = { subject, part, item, from, since, value };
    const next = this.places.get(subject) ?? null;
    if (placeOf(wait, next) !== null) return;
    const line = part === 'paused' ? this.still : this.lineOf(wait);
    this.places.set(subject, { queued: line.queue.join(wait, line.rankOf(wait)), line, next });
    this.n += 1;
  }

  remove(row: FactView): void {
    const first = this.places.get(row.subject) ?? null;
    const there = placeOf(row, first);
    if (there === null) return;
    there.line.queue.leave(there.queued);
    const left = without(there, first);
    if (left === null) this.places.delete(row.subject);
    else this.places.set(row.subject, left);
    this.n -= 1;
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
    return [{ key: {}, value, n: this.n, fields: { lead: longest?.wait.subject ?? null } }];
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

/** The place of a row among those of its lead; null: it has none. */
function placeOf(row: Wait, first: Place | null): Place | null {
  for (let place = first; place !== null; place = place.next) if (isSame(place.queued.wait, row)) return place;
  return null;
}

const isSame = (a: Wait, b: Wait): boolean =>
  a.from === b.from && a.since === b.since && a.value === b.value && a.part === b.part && a.item === b.item;

/** What is left of the places of a lead when one goes. */
function without(gone: Place, first: Place | null): Place | null {
  if (first === null || first === gone) return gone.next;
  return { ...first, next: without(gone, first.next) };
}
