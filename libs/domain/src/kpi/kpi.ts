import type { Configuration } from '../configuration/configuration.js';
import type { FactKind } from '../facts/fact.js';
import type { Rates } from '../money/rates.js';
import type { Asking } from './asking.js';
import type { Dimension, DimensionReader } from './dimension.js';
import type { FactView, Tally } from './tally.js';

/** `s`: seconds; `ratio`: 0..1; `money`: units of `currency`; the others count what they name. */
export type Unit = 's' | 'ratio' | 'money' | 'leads' | 'deals' | 'touchpoints' | 'touches';

export interface Parameter {
  readonly values: readonly string[];
  readonly default: string;
}

/** What an answer needs beside facts: the configuration and the exchange rates known at the instant asked about. */
export interface KpiContext {
  readonly configuration: Configuration;
  readonly rates: Rates;
}

/** Makes the tallies of one answer. They may share what all groups must agree on (the stages or currencies that occur). */
export type TallyMaker = () => Tally;

/** One number's definition: which facts it takes and how they become the number. */
export interface Kpi {
  readonly name: string;
  readonly version: number;
  readonly unit: Unit;
  readonly better: 'less' | 'more' | 'neither';
  /** what the value is, in one or two sentences (KPIS.md) */
  readonly formula: string;
  readonly reads: readonly FactKind[];
  /** a flow counts facts in a window; a stock what is true at `as_of` */
  readonly shape: (params: Readonly<Record<string, string>>) => 'flow' | 'stock';
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** what it can be sliced and filtered by */
  readonly dimensions: readonly Dimension[];
  /** what its groups are always keyed by, after the slices asked for (`band`, `stage` and `pipeline`) */
  readonly series: readonly string[];
  /** dimensions that it reads elsewhere than in the column of that name */
  readonly readers: Readonly<Partial<Record<Dimension, DimensionReader>>>;
  readonly maxBy: number;
  /** it sums money: answers need the facts of kind `rate` that are true at `as_of` (`ratesAt`) */
  readonly money: boolean;
  /** whether a fact of the kinds read belongs to this asking (clock, basis …); asked of excluded facts too */
  readonly takes: (asking: Asking) => (fact: FactView) => boolean;
  /** the reason under which a fact that it takes is left out; null: it counts. Several KPIs may read one row, each in its own way */
  readonly excludes: (fact: FactView) => string | null;
  readonly tallies: (asking: Asking, context: KpiContext) => TallyMaker;
}

type Optional = 'shape' | 'parameters' | 'series' | 'readers' | 'maxBy' | 'money' | 'takes' | 'excludes';

const everything = () => true;

/** Defines a KPI; left out: a flow without parameters, sliced by up to two dimensions, that takes all facts of its kinds. */
export function defineKpi(definition: Omit<Kpi, Optional> & Partial<Pick<Kpi, Optional>>): Kpi {
  return {
    shape: () => 'flow',
    parameters: {},
    series: [],
    readers: {},
    maxBy: 2,
    money: false,
    takes: () => everything,
    excludes: (fact) => fact.excluded,
    ...definition,
  };
}

export const stock = (): 'stock' => 'stock';
