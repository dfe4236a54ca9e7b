import type { Configuration, Items, Version } from './configuration.js';

/** The versions of one item; undefined: the configuration does not know it. */
export function versionsOf<T>(items: Items<T>, id: string): readonly Version<T>[] | undefined {
  return Object.hasOwn(items, id) ? items[id] : undefined;
}

/** What an item is set to at an instant, by the version in force; null without any. */
export const inForce = <T>(versions: readonly Version<T>[] | undefined, at: number): T | null =>
  versionInForce(versions, at)?.value ?? null;

/** The version of an item in force at an instant: the last that has taken effect, before all of them the first; null without any. */
export function versionInForce<T>(versions: readonly Version<T>[] | undefined, at: number): Version<T> | null {
  return versions === undefined ? null : (versions[versionIndex(versions, at)] ?? null);
}

/** The place of the version in force at an instant; 0 without any. */
export function versionIndex(versions: readonly Pick<Version<unknown>, 'effect'>[], at: number): number {
  let low = 0;
  let high = versions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const version = versions[middle];
    if (version !== undefined && version.effect <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The latest version of an item, whatever the instant; null without any. */
export function latest<T>(versions: readonly Version<T>[] | undefined): T | null {
  return versions?.at(-1)?.value ?? null;
}

/** The instants in (after, before) at which another version of an item comes into force. */
export function changesBetween<T>(versions: readonly Version<T>[] | undefined, after: number, before: number): readonly number[] {
  if (versions === undefined || versions.length < 2) return none;
  return versions
    .slice(1)
    .map((version) => version.effect)
    .filter((effect, index, all) => effect > after && effect < before && effect !== all[index - 1]);
}

const none: readonly number[] = [];

/** The next instant after `at` at which anything that groups and series go by comes into force: reps, teams, pipelines. Infinity: never. */
export function nextEffect({ reps, teams, pipelines }: Pick<Configuration, 'reps' | 'teams' | 'pipelines'>, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const items of [reps, teams, pipelines])
    for (const versions of Object.values(items)) for (const { effect } of versions) if (effect > at && effect < next) next = effect;
  return next;
}
