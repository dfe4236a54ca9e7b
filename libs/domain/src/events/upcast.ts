import type { EventType } from './catalogue.js';

/** Makes data of one version into data of the next. */
export type Upcaster = (data: unknown) => unknown;

/** By type and version: the step from that version to the next. The newest version is the one behind the last step; it has the schema of the catalogue. */
export type Upcasters = { readonly [T in EventType]?: Readonly<Record<number, Upcaster>> };

/**
 * Types that are not here are at version 1. To change one: edit its schema in the catalogue, and add here how data of the version before becomes it.
 * An alert.snoozed of version 1 did not say until when, so it puts nothing off.
 */
export const upcasters: Upcasters = {
  'alert.snoozed': {
    1: (data) => (typeof data === 'object' && data !== null && 'due_at' in data ? { ...data, until: data.due_at } : data),
  },
};

/** The version of a type that this program writes. */
export function currentVersion(type: EventType, table: Upcasters = upcasters): number {
  const steps = table[type];
  return steps === undefined ? 1 : Math.max(...Object.keys(steps).map(Number)) + 1;
}

/** Data of an earlier version as data of the current one. A missing step is a mistake of ours and throws. */
export function upcast(type: EventType, version: number, data: unknown, table: Upcasters = upcasters): unknown {
  const current = currentVersion(type, table);
  let made = data;
  for (let from = version; from < current; from += 1) {
    const step = table[type]?.[from];
    if (step === undefined) throw new Error(`no upcaster leads from version ${from} of ${type} to the next`);
    made = step(made);
  }
  return made;
}
