import type { Configuration } from '../configuration/configuration.js';
import type { FactKind } from '../facts/fact.js';
import type { Rates } from '../money/rates.js';
import type { Asking } from './asking.js';
import type { Dimension, DimensionReader } from './dimension.js';
import type { GroupAnswer } from './running-answer.js';
import type { FactView, Tally } from './tally.js';
import type { KpiWords } from './words.js';

/** `s`: seconds; `ratio`: 0..1; `times`: how many times one amount is another; `money`: units of `currency`, `money/day` of it a day; `points`: −100..100; the others count what they name. */
export type Unit = 's' | 'ratio' | 'times' | 'money' | 'money/day' | 'points' | 'leads' | 'deals' | 'touchpoints' | 'touches';

export interface Parameter {
  readonly values: readonly string[];
  readonly default: string;
}

/** What an answer needs beside facts: the configuration and the exchange rates known at the instant asked about. */
export interface KpiContext {
  readonly configuration: Configuration;
  readonly rates: Rates;
  /** the rates known at another instant; left out: what is asked has but one */
  readonly ratesAt?: (asOf: number) => Rates;
}

/** Makes the tallies of one answer. They may share what all groups must agree on (the stages or currencies that occur). */
export type TallyMaker = () => Tally;

/** What every KPI says of itself. */
interface Definition {
  readonly name: string;
  readonly version: number;
  readonly unit: Unit;
  readonly better: 'less' | 'more' | 'neither';
  readonly words: KpiWords;
  /**
   * the formula with the names of its numbers in braces, to be filled in for each group of an answer: fields of the group (`{won}`, `{n}`), of a
   * formula also its parts (`{spend}` is a part's value, `{cycle.mean}` a field of it). Its arithmetic comes to the value, which a law holds it
   * to. null: what kind of figure it is says it (`fillFormula`)
   */
  readonly filled: (params: Readonly<Record<string, string>>) => string | null;
  /** a flow counts facts in a window; a stock what is true at `as_of` */
  readonly shape: (params: Readonly<Record<string, string>>) => 'flow' | 'stock';
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** what it can be sliced and filtered by */
  readonly dimensions: readonly Dimension[];
  /** what its groups are always keyed by, after the slices asked for (`band`, `stage` and `pipeline`) */
  readonly series: readonly string[];
  readonly maxBy: number;
  /** its value is a mean over its rows, although its unit is one that adds up (an average amount) */
  readonly averages: boolean;
  /** it sums money: answers need the facts of kind `rate` that are true at `as_of` (`ratesAt`) */
  readonly money: boolean;
}

/** A number that is a pure aggregate of facts: which ones it takes and how they become the number. */
export interface Aggregate extends Definition {
  readonly reads: readonly FactKind[];
  /** dimensions that it reads elsewhere than in the column of that name */
  readonly readers: Readonly<Partial<Record<Dimension, DimensionReader>>>;
  /**
   * whether a fact of the kinds read belongs to this asking (clock, basis …); asked of excluded facts too. It may look at `params` alone: what it
   * refuses is remembered for questions that differ in nothing else, and shared by the buckets of a trend
   */
  readonly takes: (asking: Asking) => (fact: FactView) => boolean;
  /** the reason under which a fact that it takes is left out; null: it counts. Several KPIs may read one row, each in its own way */
  readonly excludes: (fact: FactView, asking: Asking) => string | null;
  /**
   * why its tally leaves out a fact that `excludes` lets through, as only the rates and the configuration of the instant can tell: what the tally
   * counts, said of each row; left out: the tally leaves nothing out by itself
   */
  readonly leaves?: (asking: Asking, context: KpiContext) => (fact: FactView) => string | null;
  /** the first instant at which a fact that is true then counts: when it begins, or later (a wait is late from its deadline on) */
  readonly begins: (fact: FactView) => number;
  /** the number of a fact that it is about, as its rows show it; null: it only counts the fact */
  readonly measure: (fact: FactView, asking: Asking) => number | null;
  readonly tallies: (asking: Asking, context: KpiContext) => TallyMaker;
}

/** One of the aggregates that a formula is made of, and what is asked of it: another window, another instant, other slices. */
export interface Part {
  /** unique within the formula; the rows behind the number are listed under it */
  readonly name: string;
  readonly of: Aggregate;
  readonly asking: Asking;
  /**
   * which of the facts that it counts are behind the number, by what all parts came to: filters of a formula may be for whole customers, whom only
   * the answer tells. Left out: all of them
   */
  readonly behind?: (groups: PartGroups) => (fact: FactView) => boolean;
}

/** The groups of each part, by its name. */
export type PartGroups = Readonly<Record<string, readonly GroupAnswer[]>>;

/** A number that is computed from several aggregates: flows in the window, stocks at its end (or start). Its rows are those of its parts. */
export interface Formula extends Definition {
  readonly parts: (asking: Asking, context: KpiContext) => readonly Part[];
  /** the groups of the answer, in the order of their keys, from those of the parts; `combineByKey` does it where keys are the same in all */
  readonly combine: (groups: PartGroups, asking: Asking, context: KpiContext) => readonly GroupAnswer[];
  /** its answer moves with the groups of its parts and the configuration in force alone, so that one that is kept need not be made anew; left out: with the clock, too */
  readonly moves?: 'with_parts';
}

export type Kpi = Aggregate | Formula;

export const isFormula = (kpi: Kpi): kpi is Formula => 'parts' in kpi;

type Usual = 'averages' | 'filled' | 'shape' | 'parameters' | 'series' | 'maxBy' | 'money';
type Defaults<T extends Definition, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

const everything = () => true;
const usual = { averages: false, filled: () => null, shape: (): 'flow' => 'flow', parameters: {}, series: [], maxBy: 2, money: false };

/** A fact counts as soon as it is true, unless the KPI says otherwise. */
export const beginsWithRow = ({ from }: FactView): number => from;

/** Most only count arrivals and stages: what else such a row says is another's number. */
const ownValue = ({ kind, value }: FactView): number | null => (kind === 'arrival' || kind === 'stage' ? null : value);

/** Defines a KPI; left out: a flow without parameters, sliced by up to two dimensions, that takes all facts of its kinds. */
export function defineKpi(definition: Defaults<Aggregate, Usual | 'readers' | 'takes' | 'excludes' | 'begins' | 'measure'>): Aggregate {
  return {
    ...usual,
    readers: {},
    takes: () => everything,
    excludes: (fact) => fact.excluded,
    begins: beginsWithRow,
    measure: ownValue,
    ...definition,
  };
}

/** Defines a KPI that is a formula over aggregates; left out: a flow without parameters, sliced by up to two dimensions. */
export const defineFormula = (definition: Defaults<Formula, Usual>): Formula => ({ ...usual, ...definition });

export const stock = (): 'stock' => 'stock';
