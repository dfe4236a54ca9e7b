import type { Configuration } from '../configuration/configuration.js';
import { type Dimension, isDimension } from './dimension.js';
import { allowedTimes, readTime } from './instant.js';
import type { Kpi } from './kpi.js';
import { type Site, siteOf } from './site.js';
import { isWindow, type Span, spanOf, type WindowName, windowNames } from './window.js';

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
  /** of a flow in a trend: which bucket `from` and `to` are; left out: the question stands for itself */
  readonly bucket?: AskedBucket;
}

export interface AskedBucket {
  /** where the whole bucket ends: after `to` where the trend cuts it off */
  readonly end: number;
  /** from the start of the first bucket to the end of the last */
  readonly trend: Span;
}

/** Why a question cannot be answered: the parameter, what is wrong with it, and what would be right. */
export interface AskingProblem {
  readonly parameter: string;
  readonly problem: string;
  readonly allowed: readonly string[];
}

export type ParsedAsking = { readonly ok: true; readonly asking: Asking } | ({ readonly ok: false } & AskingProblem);

export type AskingParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface AskingContext {
  readonly configuration: Configuration;
  /** epoch milliseconds; `as_of` when none is asked */
  readonly now: number;
}

const timeParameters = ['as_of', 'known_at', 'from', 'to'] as const;

/**
 * Reads the parameters of a question (of a URL, or flags, with `_` in their names) against what the KPI allows.
 * A stock is asked at `as_of`: a window given with it is checked and has no effect. `to` may lie after `as_of`: the window is then one that has
 * not ended, in which what is true at `as_of` counts (a target's period must be named whole while it runs).
 */
export function parseAsking(kpi: Kpi, params: AskingParams, context: AskingContext): ParsedAsking {
  try {
    return { ok: true, asking: read(kpi, params, context) };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, ...thrown.problem };
    throw thrown;
  }
}

/** Carries a problem out of the nested readers; it never leaves parseAsking. */
class Refused extends Error {
  constructor(readonly problem: AskingProblem) {
    super(problem.problem);
  }
}

const refuse = (parameter: string, problem: string, allowed: readonly string[]): never => {
  throw new Refused({ parameter, problem, allowed });
};

function read(kpi: Kpi, params: AskingParams, { configuration, now }: AskingContext): Asking {
  const site = siteOf(configuration);
  checkNames(kpi, params);
  const time = (name: (typeof timeParameters)[number]): number | null => {
    const text = single(params, name);
    if (text === null) return null;
    return readTime(text, site.zone) ?? refuse(name, `${text} is not a time${unescaped(text)}`, allowedTimes);
  };
  const knownAt = time('known_at');
  const asOf = time('as_of') ?? knownAt ?? now;
  const window = readWindow(params);
  const chosen = readParameters(kpi, params);
  const span = readSpan(window, time('from'), time('to'), asOf, site);
  const windowed = kpi.shape(chosen) === 'flow' ? span : null;
  return {
    asOf,
    knownAt,
    from: windowed?.from ?? null,
    to: windowed?.to ?? null,
    window: windowed === null ? null : window,
    by: readBy(kpi, params),
    filters: readFilters(kpi, params),
    params: chosen,
  };
}

/** The commonest slip of a time in an address. */
const unescaped = (text: string): string => (/T\S+ \d\d:\d\d$/.test(text) ? ': in an address + is a space, so it is written %2B' : '');

function checkNames(kpi: Kpi, params: AskingParams): void {
  const allowed = [...timeParameters, 'window', 'by', ...Object.keys(kpi.parameters), ...kpi.dimensions];
  for (const name of Object.keys(params))
    if (params[name] !== undefined && !allowed.includes(name)) refuse(name, `${kpi.name} has no parameter or dimension ${name}`, allowed);
}

function readWindow(params: AskingParams): WindowName | null {
  const name = single(params, 'window');
  if (name === null) return null;
  if (!isWindow(name)) return refuse('window', `there is no window ${name}`, windowNames);
  if (params.from !== undefined || params.to !== undefined)
    return refuse('window', 'a window and from/to exclude each other', ['window alone', 'from and to alone']);
  return name;
}

function readSpan(window: WindowName | null, from: number | null, to: number | null, asOf: number, site: Site): Span | null {
  if (window !== null) return spanOf(window, asOf, site);
  if (from === null) return to === null ? null : refuse('from', 'to needs a from', allowedTimes);
  if (from > (to ?? asOf)) return refuse('from', `from lies after ${to === null ? 'as_of' : 'to'}`, ['a time at or before it']);
  return { from, to: to ?? asOf };
}

function readParameters(kpi: Kpi, params: AskingParams): Readonly<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const [name, { values, default: usual }] of Object.entries(kpi.parameters)) {
    const value = single(params, name) ?? usual;
    if (!values.includes(value)) refuse(name, `${name} cannot be ${value}`, values);
    chosen[name] = value;
  }
  return chosen;
}

function readBy(kpi: Kpi, params: AskingParams): readonly Dimension[] {
  const names = list(params.by);
  const by: Dimension[] = [];
  for (const name of names) {
    if (kpi.series.includes(name)) refuse('by', `${kpi.name} always has ${name} in its keys`, sliceable(kpi));
    else if (!isDimension(name) || !kpi.dimensions.includes(name)) refuse('by', `${kpi.name} cannot be sliced by ${name}`, sliceable(kpi));
    else if (by.includes(name)) refuse('by', `${name} is named twice`, sliceable(kpi));
    else by.push(name);
  }
  if (by.length > kpi.maxBy) refuse('by', `at most ${kpi.maxBy} dimensions at a time`, sliceable(kpi));
  return by;
}

const sliceable = (kpi: Kpi): readonly string[] => kpi.dimensions.filter((name) => !kpi.series.includes(name));

function readFilters(kpi: Kpi, params: AskingParams): Asking['filters'] {
  const filters: Partial<Record<Dimension, readonly (string | null)[]>> = {};
  for (const dimension of kpi.dimensions) {
    const values = params[dimension];
    if (values === undefined) continue;
    const named = list(values).map((value) => (value === 'null' ? null : value));
    if (named.length === 0) refuse(dimension, 'an empty filter', ['a value', 'several, separated by commas', 'null for no value']);
    filters[dimension] = [...new Set(named)];
  }
  return filters;
}

/** The one value of a parameter; null: not given. */
function single(params: AskingParams, name: string): string | null {
  const value = params[name];
  if (value === undefined || typeof value === 'string') return value ?? null;
  const [first, ...more] = value;
  if (more.length > 0) refuse(name, `${name} is given ${value.length} times`, ['once']);
  return first ?? null;
}

/** The values of a parameter that may be repeated or hold several, separated by commas. */
function list(values: string | readonly string[] | undefined): readonly string[] {
  if (values === undefined) return [];
  return (typeof values === 'string' ? [values] : values).flatMap((value) => value.split(',')).filter((value) => value !== '');
}
