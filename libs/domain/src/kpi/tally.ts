import type { Fact } from '../facts/fact.js';

/**
 * What a KPI reads of a fact. A full `Fact` is one; so is a cursor over columns (an object with getters and one
 * movable row number): selections, slices and tallies read it on the spot and never keep it.
 */
export type FactView = Omit<Fact, 'n'>;

/** The value of each dimension of a group, in the order asked; null: no value. */
export type Key = Readonly<Record<string, string | null>>;

/** Excluded rows counted by reason. */
export type Excluded = Readonly<Record<string, number>>;

export type Field = number | string | boolean | null;

/**
 * What one tally says: one part for most KPIs; one for each band, stage or currency where a KPI gives several.
 * `key` is what the part adds to the key of the group (a band, a stage), `fields` the KPI's own parts (won, talk_s, p90 …).
 */
export interface TallyPart {
  readonly key: Key;
  readonly value: number | null;
  readonly n: number;
  readonly fields: Readonly<Record<string, Field>>;
  /** what the tally itself left out (no_rate) */
  readonly excluded?: Excluded;
  /** true: a group beside the main one (another currency); excluded facts are not counted in it */
  readonly aside?: boolean;
}

/**
 * A running figure over facts, exact under any order of `add` and `remove`: after them it says what a new tally fed
 * with the facts that are left would say. It meets excluded facts only where it counts them itself, part by part (`leave`).
 */
export interface Tally {
  /**
   * What the figure moves with: the facts of its own group; those of all groups of the answer, and the configuration in force; or these and the
   * day of the site. Left out: with the clock itself.
   */
  readonly moves?: 'with_own_facts' | 'with_facts' | 'with_days';
  add(fact: FactView): void;
  /** as `add`, so many times over; a tally that has no quicker way leaves it out */
  addAlike?(fact: FactView, times: number): void;
  /**
   * So many facts at once that say all the same but for `value`, which is here their sum (null: none has one); for tallies that only sum. A sum
   * that no double holds comes in two pieces, the second with `times` 0.
   */
  addSum?(fact: FactView, times: number): void;
  /** takes back a fact that was added; its fields must be the same */
  remove(fact: FactView): void;
  /** counts (or, -1, takes back) a fact that the KPI leaves out; without it the whole group counts it */
  leave?(fact: FactView, reason: string, sign: 1 | -1): void;
  /** the figure at an instant (only waits depend on it); never empty. The same array as the last time: it says the same */
  parts(asOf: number): readonly TallyPart[];
}
