import type { Fact } from '@leadclock/domain/facts/fact.js';
import { eachBySubject } from '../write/each-by-subject.js';
import { CopiedFact } from './copied-fact.js';
import { copyOut } from './copy-out.js';
import { factColumnList, factColumns, factSelectList } from './fact-columns.js';
import { factWhere, literal, type StoredSelection } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

/** Hands over every fact of a selection, one after the other; each is to be read on the spot. */
export async function eachFact({ em, set }: Snapshot, selection: StoredSelection, onFact: (fact: CopiedFact) => void): Promise<void> {
  await eachFactWhere({ em, set }, factWhere(selection), onFact);
}

/** As eachFact, for a condition written in SQL. */
export async function eachFactWhere({ em, set }: Snapshot, where: string, onFact: (fact: CopiedFact) => void): Promise<void> {
  let fact: CopiedFact | null = null;
  await copyOut(em, `select ${factColumnList} from ${set.name}.fact where ${where}`, factColumns.length, (row) => {
    fact ??= new CopiedFact(row);
    onFact(fact);
  });
}

/** Where a page of facts begins: after this row, in the order of (subject, kind, n). */
export interface FactPlace {
  readonly subject: string;
  readonly kind: string;
  readonly n: number;
}

/** The next facts of a selection in the order of (subject by its bytes, kind, n). */
export async function factsAfter(
  { em, set }: Snapshot,
  selection: StoredSelection,
  after: FactPlace | null,
  limit: number,
): Promise<Fact[]> {
  const beyond =
    after === null ? '' : ` and (subject, kind, n) > (${literal(after.subject)}, ${literal(after.kind)}, ${Math.trunc(after.n)})`;
  return em.query<Fact[]>(
    `select ${factSelectList} from ${set.name}.fact where ${factWhere(selection)}${beyond} order by subject, kind, n limit ${Math.trunc(limit)}`,
  );
}

/** The facts of these subjects, of these kinds. */
export async function factsOfSubjects({ em, set }: Snapshot, subjects: readonly string[], kinds: readonly string[]): Promise<Fact[]> {
  return em.query<Fact[]>(`select ${factSelectList} from ${eachBySubject(`${set.name}.fact`)} t where kind = any($2::text[])`, [
    subjects,
    kinds,
  ]);
}
