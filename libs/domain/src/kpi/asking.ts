import type { Configuration } from '../configuration/configuration.js';
import type { Dimension } from './dimension.js';
import type { Kpi } from './kpi.js';
import type { WindowName } from './window.js';

/** A question, understood. Instants are epoch milliseconds. */
export interface Asking {
  readonly asOf: number;
  /** what was recorded by this instant, and nothing later; null: all that is known */
  readonly knownAt: number | null;
  /** the window [from, to) by `at`; both null: all time, or a stock */
  readonly from: number | null;
  readonly to: number | null;
  /** the named window that `from` and `to` came from */
  readonly window: WindowName | null;
  readonly by: readonly Dimension[];
  /** a fact passes if each named dimension has one of the values; null: no value */
  readonly filters: Readonly<Partial<Record<Dimension, readonly (string | null)[]>>>;
  /** every parameter of the KPI, defaults filled in */
  readonly params: Readonly<Record<string, string>>;
}

/** Why a question cannot be answered: the parameter, what is wrong with it, and what would be right. */
export interface AskingProblem {
  readonly parameter: string;
  readonly problem: string;
  readonly allowed: readonly string[];
}

export type ParsedAsking =
  | { readonly ok: true; readonly asking: Asking }
  | ({ readonly ok: false } & AskingProblem);

export type AskingParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface AskingContext {
  readonly configuration: Configuration;
  /** epoch milliseconds; `as_of` when none is asked */
  readonly now: number;
}

/** Reads the parameters of a question (of a URL or of flags, `_` in names) against what the KPI allows. */
export declare function parseAsking(kpi: Kpi, params: AskingParams, context: AskingContext): ParsedAsking;
