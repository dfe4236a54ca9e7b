import type { Fact, FactKind } from '@leadclock/domain/facts/fact.js';

export interface FactDifference {
  /** the rows that stand afterwards; those that did not change are the objects from before, so that they grow old in peace */
  readonly standing: readonly Fact[];
  /** rows to write: new ones, and those that differ from the row of the same key */
  readonly put: readonly Fact[];
  /** rows that are there and only end otherwise than before: most changes are of this kind */
  readonly ended: readonly Fact[];
  /** rows of `put` whose key is there already */
  readonly replaced: readonly Fact[];
  readonly gone: readonly Fact[];
}

/** What must be written so that `after` stands where `before` stood. In `before` the rows of a kind lie together, by their number. */
export function diffFacts(before: readonly Fact[], after: readonly Fact[]): FactDifference {
  if (before.length === 0) return { standing: after, put: after, ended: [], replaced: [], gone: [] };
  const put: Fact[] = [];
  const ended: Fact[] = [];
  const replaced: Fact[] = [];
  const starts = startsOf(before);
  const found = new Uint8Array(before.length);
  const standing = after.map((fact) => {
    const at = (starts.get(fact.kind) ?? before.length) + fact.n;
    const was = before[at];
    if (was === undefined || was.kind !== fact.kind) {
      put.push(fact);
      return fact;
    }
    found[at] = 1;
    if (sameButEnd(was, fact)) {
      if (was.until === fact.until) return was;
      ended.push(fact);
    } else {
      put.push(fact);
      replaced.push(fact);
    }
    return fact;
  });
  return { standing, put, ended, replaced, gone: before.filter((_, i) => found[i] === 0) };
}

function startsOf(facts: readonly Fact[]): ReadonlyMap<FactKind, number> {
  const starts = new Map<FactKind, number>();
  for (const [i, { kind }] of facts.entries()) if (!starts.has(kind)) starts.set(kind, i);
  return starts;
}

function sameButEnd(a: Fact, b: Fact): boolean {
  return (
    a === b ||
    (a.part === b.part &&
      a.item === b.item &&
      a.at === b.at &&
      a.from === b.from &&
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
