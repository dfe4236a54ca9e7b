import type { Configuration } from '../configuration/configuration.js';
import { waitedAt } from '../facts/wait.facts.js';
import type { FactView, Tally, TallyPart } from './tally.js';

type Clock = 'working' | 'wall';

/** What is kept of a `wait` row: a view may move on. */
type Wait = Pick<FactView, 'subject' | 'part' | 'item' | 'from' | 'since' | 'value'>;

/** Makes tallies of the longest wait on a clock. The calendars are those of the configuration given. */
export function longestWaitTally(clock: Clock, configuration: Configuration): () => Tally {
  return () => new LongestWaitTally(clock, configuration);
}

/** The longest of the waits that were added, at the instant asked about; of equal ones the lead whose id comes first. */
class LongestWaitTally implements Tally {
  private readonly waits = new Map<string, Wait>();

  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  add({ subject, part, item, from, since, value }: FactView): void {
    const wait = { subject, part, item, from, since, value };
    this.waits.set(keyOf(wait), wait);
  }

  remove(row: FactView): void {
    this.waits.delete(keyOf(row));
  }

  parts(asOf: number): readonly TallyPart[] {
    let longest: { readonly wait: Wait; readonly waited: number } | null = null;
    for (const wait of this.waits.values()) {
      const waited = waitedAt(wait, this.clock, asOf, this.configuration);
      if (longest === null || waited > longest.waited || (waited === longest.waited && wait.subject < longest.wait.subject)) {
        longest = { wait, waited };
      }
    }
    const value = longest === null ? null : longest.waited / 1000;
    return [{ key: {}, value, n: this.waits.size, fields: { lead: longest?.wait.subject ?? null } }];
  }
}

/** The same row has the same key, and two rows of a lead (one ends, one begins) have not. */
const keyOf = ({ subject, part, item, from, since, value }: Wait): string => [from, since, value, part, item, subject].join(' ');
