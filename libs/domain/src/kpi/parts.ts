import { noRates } from '../money/rates.js';
import type { Asking } from './asking.js';
import { type Aggregate, isFormula, type Kpi, type KpiContext, type Part, type PartGroups } from './kpi.js';
import { type GroupAnswer, type RunningAnswer, startAnswer } from './running-answer.js';
import { compareSlices, type SliceValues, sliceKey, sliceName } from './slices.js';
import type { Excluded, FactView, Field } from './tally.js';

/** What is asked of a part: the same question, with its own parameters where they have the same names, and what is changed. */
export function askPart(of: Aggregate, asking: Asking, change: Partial<Asking> = {}): Asking {
  const usual = Object.entries(of.parameters).map(([name, { default: value }]) => [name, asking.params[name] ?? value] as const);
  const params = { ...Object.fromEntries(usual), ...change.params };
  const isStock = of.shape(params) === 'stock';
  return { ...asking, ...(isStock ? noWindow : {}), ...change, params };
}

const noWindow = { from: null, to: null, window: null } as const;

/** What a question is made of: an aggregate is its own only part. */
export const partsOf = (kpi: Kpi, asking: Asking, context: KpiContext): readonly Part[] =>
  isFormula(kpi) ? kpi.parts(asking, context) : [{ name: kpi.name, of: kpi, asking }];

/** Whether an answer needs the exchange rates that are known at its instant. */
export const needsRates = (kpi: Kpi, asking: Asking, { configuration }: Pick<KpiContext, 'configuration'>): boolean =>
  kpi.money || partsOf(kpi, asking, { configuration, rates: noRates }).some(({ of }) => of.money);

/** A question whose parts are being answered: facts are streamed into each part, then the groups are asked for. */
export interface OpenAnswer {
  readonly parts: readonly OpenPart[];
  groups(asOf: number): readonly GroupAnswer[];
  /** of each part, which of its facts are behind the number, once all of them have been streamed in */
  behind(): readonly IsBehind[];
}

type IsBehind = (fact: FactView) => boolean;
const all: IsBehind = () => true;

export interface OpenPart extends Part {
  readonly running: RunningAnswer;
}

/** Begins the answer of any KPI. The caller offers each part the facts that count in it (`counts`); `start` may have begun some already. */
export function openAnswer(kpi: Kpi, asking: Asking, context: KpiContext, start = startAnswer): OpenAnswer {
  const parts = partsOf(kpi, asking, context).map((part) => ({ ...part, running: start(part.of, part.asking, context) }));
  return {
    parts,
    groups: (asOf) => groupsOf(kpi, parts, { ...asking, asOf }, context),
    behind: () => {
      const groups = groupsByPart(parts);
      return parts.map((part) => part.behind?.(groups) ?? all);
    },
  };
}

const groupsByPart = (parts: readonly OpenPart[]): PartGroups =>
  Object.fromEntries(parts.map(({ name, running, asking: { asOf } }) => [name, running.groups(asOf)]));

function groupsOf(kpi: Kpi, parts: readonly OpenPart[], asking: Asking, context: KpiContext): readonly GroupAnswer[] {
  if (!isFormula(kpi)) return parts[0]?.running.groups(asking.asOf) ?? [];
  return kpi.combine(groupsByPart(parts), asking, context);
}

/** The group of a part that has the key in question; undefined: the part has none. */
export type SameKey<Name extends string> = (part: Name) => GroupAnswer | undefined;

/** What a formula comes to for one key; the fields stand beside. */
export interface Combined {
  readonly value: number | null;
  readonly n: number;
  readonly excluded: Excluded;
  readonly fields: Readonly<Record<string, Field>>;
}

/**
 * Combines groups of one key each: for every slice that a part has, in the order of keys. Of a part that gives several groups for a slice
 * (other currencies, apart) the first counts.
 */
export function combineByKey<Name extends string>(
  groups: PartGroups,
  { by }: Pick<Asking, 'by'>,
  names: readonly Name[],
  combine: (same: SameKey<Name>) => Combined,
): readonly GroupAnswer[] {
  const sliceOf = ({ key }: GroupAnswer) => by.map((dimension) => key[dimension] ?? null);
  const slices = new Map<string, { readonly values: SliceValues; readonly same: Map<Name, GroupAnswer> }>();
  for (const name of names) {
    for (const group of groups[name] ?? []) {
      const values = sliceOf(group);
      const slice = slices.get(sliceName(values)) ?? { values, same: new Map<Name, GroupAnswer>() };
      if (!slice.same.has(name)) slice.same.set(name, group);
      slices.set(sliceName(values), slice);
    }
  }
  return [...slices.values()]
    .toSorted((a, b) => compareSlices(a.values, b.values))
    .map(({ values, same }) => {
      const { value, n, excluded, fields } = combine((name) => same.get(name));
      return { key: sliceKey(by, values), value, n, excluded, ...fields };
    });
}
