import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { Refusal } from '@leadclock/domain/kpi/columns-read.js';
import { eachBySubject } from '../write/each-by-subject.js';
import { CopiedFact } from './copied-fact.js';
import { copyOut } from './copy-out.js';
import { factColumnList, factColumns, factSelectList } from './fact-columns.js';
import { factWhere, literal, type StoredSelection, whole } from './fact-where.js';
import { refused } from './refusal-where.js';
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

/** From after a place on (null: from the beginning); so many are enough most of the time. */
export interface FactsWanted {
  readonly after: FactPlace | null;
  readonly first: number;
}

const pageSize = 500;
let cursors = 0;

/**
 * The facts of a selection, without those that are refused, in the order of (subject by its bytes, kind, n), some at a time. The first are asked for
 * alone, as mostly no more are wanted; the rest by one question that is read bit by bit, not anew for each page: what is sorted for it is sorted once.
 */
export async function* factsInKeyOrder(
  { em, set }: Snapshot,
  selection: StoredSelection,
  refusals: readonly Refusal[],
  { after, first }: FactsWanted,
): AsyncGenerator<readonly Fact[]> {
  const where = [factWhere(selection), ...refused(refusals)].join(' and ');
  const question = (from: FactPlace | null): string =>
    `select ${factSelectList} from ${set.name}.fact where ${where}${beyond(from)} order by subject, kind, n`;
  let page = await em.query<Fact[]>(`${question(after)} limit ${whole(first)}`);
  yield page;
  const last = page.at(-1);
  if (last === undefined || page.length < first) return;
  cursors += 1;
  const cursor = `facts_${cursors}`;
  // it goes with the transaction
  await em.query(`declare ${cursor} no scroll cursor for ${question(last)}`);
  do {
    page = await em.query<Fact[]>(`fetch ${pageSize} from ${cursor}`);
    yield page;
  } while (page.length === pageSize);
}

const beyond = (place: FactPlace | null): string =>
  place === null ? '' : ` and (subject, kind, n) > (${literal(place.subject)}, ${literal(place.kind)}, ${Math.trunc(place.n)})`;

/** The facts of these subjects, of these kinds. */
export async function factsOfSubjects({ em, set }: Snapshot, subjects: readonly string[], kinds: readonly string[]): Promise<Fact[]> {
  return em.query<Fact[]>(`select ${factSelectList} from ${eachBySubject(`${set.name}.fact`)} t where kind = any($2::text[])`, [
    subjects,
    kinds,
  ]);
}
