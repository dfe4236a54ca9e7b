import type { Configuration } from '../configuration/configuration.js';
import { inForce } from '../configuration/in-force.js';
import type { Asking } from './asking.js';
import type { Dimension } from './dimension.js';
import type { Key } from './tally.js';

/** One value of each dimension asked, in that order. */
export type SliceValues = readonly (string | null)[];

/** The name of a slice in a map; null and the text "null" are two values. */
export function sliceName(values: SliceValues): string {
  let name = '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? null;
    name += value === null ? '\u0000-' : `\u0000=${value}`;
  }
  return name;
}

export function sliceKey(by: readonly Dimension[], values: SliceValues): Key {
  const key: Record<string, string | null> = {};
  for (let index = 0; index < by.length; index++) key[by[index] ?? ''] = values[index] ?? null;
  return key;
}

/** By value, no value last. */
export function compareSlices(a: SliceValues, b: SliceValues): number {
  for (let index = 0; index < a.length; index++) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** The slices that are there without a fact: of one dimension each active rep, team or stage that the configuration knows. */
export function standingSlices({ by, filters }: Asking, configuration: Configuration, asOf: number): readonly SliceValues[] {
  const [dimension, ...more] = by;
  if (dimension === undefined) return [[]];
  if (more.length > 0) return [];
  const wanted = filters[dimension];
  return standing(dimension, configuration, asOf)
    .filter((value) => wanted === undefined || wanted.includes(value))
    .map((value) => [value]);
}

function standing(dimension: Dimension, configuration: Configuration, asOf: number): readonly string[] {
  switch (dimension) {
    case 'rep':
      return Object.entries(configuration.reps)
        .filter(([, versions]) => inForce(versions, asOf)?.active === true)
        .map(([rep]) => rep);
    case 'team':
      return Object.keys(configuration.teams);
    case 'stage':
      return Object.values(configuration.pipelines).flatMap((versions) => inForce(versions, asOf)?.stages.map(({ id }) => id) ?? []);
    default:
      return [];
  }
}
