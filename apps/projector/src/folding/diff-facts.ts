import type { Fact } from '@leadclock/domain/facts/fact.js';

export interface FactDifference {
  /** rows to write: new ones, and those that differ from the row of the same key */
  readonly put: readonly Fact[];
  /** rows of `put` whose key is there already */
  readonly replaced: readonly Fact[];
  readonly gone: readonly Fact[];
}

const nothing: FactDifference = { put: [], replaced: [], gone: [] };

/** What must be written so that `after` stands where `before` stood. */
export function diffFacts(before: readonly Fact[], after: readonly Fact[]): FactDifference {
  if (before.length === 0) return after.length === 0 ? nothing : { put: after, replaced: [], gone: [] };
  const put: Fact[] = [];
  const replaced: Fact[] = [];
  const old = new Map<string, Fact>();
  for (const fact of before) old.set(keyOf(fact), fact);
  for (const fact of after) {
    const key = keyOf(fact);
    const was = old.get(key);
    if (was === undefined) put.push(fact);
    else {
      old.delete(key);
      if (!sameFact(was, fact)) {
        put.push(fact);
        replaced.push(fact);
      }
    }
  }
  return { put, replaced, gone: [...old.values()] };
}

const keyOf = (fact: Fact): string => `${fact.kind} ${fact.n}`;

export function sameFact(a: Fact, b: Fact): boolean {
  return (
    a === b ||
    (a.part === b.part &&
      a.item === b.item &&
      a.at === b.at &&
      a.from === b.from &&
      a.until === b.until &&
      a.since === b.since &&
      a.due === b.due &&
      a.value === b.value &&
      a.excluded === b.excluded &&
      a.outcome === b.outcome &&
      a.touchChannel === b.touchChannel &&
      a.team === b.team &&
      a.rep === b.rep &&
      a.origin === b.origin &&
      a.campaign === b.campaign &&
      a.channel === b.channel &&
      a.segment === b.segment &&
      a.product === b.product &&
      a.pipeline === b.pipeline &&
      a.stage === b.stage &&
      a.currency === b.currency)
  );
}
