import type { Fact, FactKind } from '@leadclock/domain/facts/fact.js';
import { endOf, kindOf, letter, noFacts, type StandingFacts, standingFacts } from './fact-prints.js';

/** Which row of a subject. */
export interface FactKey {
  readonly kind: FactKind;
  readonly n: number;
}

export interface FactDifference {
  /** what stands afterwards */
  readonly standing: StandingFacts;
  /** rows to write: new ones, and those that differ from the row of the same key */
  readonly put: readonly Fact[];
  /** rows that are there and only end otherwise than before: most changes are of this kind */
  readonly ended: readonly Fact[];
  /** rows of `put` whose key is there already */
  readonly replaced: readonly Fact[];
  readonly gone: readonly FactKey[];
}

/** What must be written so that `after` stands where `before` stood. */
export function diffFacts(before: StandingFacts, after: readonly Fact[]): FactDifference {
  const standing = standingFacts(after);
  if (before === noFacts) return { standing, put: after, ended: [], replaced: [], gone: [] };
  const put: Fact[] = [];
  const ended: Fact[] = [];
  const replaced: Fact[] = [];
  const found = new Uint8Array(before.layout.length);
  for (const [i, fact] of after.entries()) {
    const sign = letter(fact.kind);
    const start = before.layout.indexOf(sign);
    const at = start + fact.n;
    if (start < 0 || before.layout[at] !== sign) {
      put.push(fact);
      continue;
    }
    found[at] = 1;
    if (before.prints[at] !== standing.prints[i]) {
      put.push(fact);
      replaced.push(fact);
    } else if (before.ends[at] !== endOf(fact)) ended.push(fact);
  }
  return { standing, put, ended, replaced, gone: goneOf(before, found) };
}

function goneOf({ layout }: StandingFacts, found: Uint8Array): readonly FactKey[] {
  const gone: FactKey[] = [];
  for (let i = 0; i < layout.length; i++) {
    const sign = layout.charAt(i);
    if (found[i] === 0) gone.push({ kind: kindOf(sign), n: i - layout.indexOf(sign) });
  }
  return gone;
}
