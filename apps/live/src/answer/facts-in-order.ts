import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { Part } from '@leadclock/domain/kpi/kpi.js';
import { leftOut } from '@leadclock/domain/kpi/left-out.js';
import { openAnswer, partsOf } from '@leadclock/domain/kpi/parts.js';
import { counts, factSelection } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { type FactPlace, factsAfter } from '@leadclock/read-model/queries/facts.query.js';
import { affectedInOrder } from './affected-in-order.js';
import { factsFoldedAnew } from './facts-as-known.js';
import { eachFactOfPart } from './part-facts.js';
import type { Question } from './question.js';

const pageSize = 500;

/** A row behind a question, with the part of the answer that counts it (its number among the parts). */
export interface PartFact {
  readonly part: Part;
  readonly index: number;
  readonly fact: Fact;
  /** why the part leaves it out; null: it counts */
  readonly excluded: string | null;
}

/** Where the rows of a question go on: after this fact of the part of this number. */
export interface PartPlace extends FactPlace {
  readonly part: number;
}

/** The facts behind a question, part after part (`only`: of one), each in the order of (subject by its bytes, kind, n), from after a place on. */
export async function* factsInOrder(question: Question, after: PartPlace | null, only: string | null = null): AsyncGenerator<PartFact> {
  const parts = partsOf(question.kpi, question.asking, question.context);
  const behind = await factsBehind(question, parts);
  for (const [index, part] of parts.entries()) {
    if ((after !== null && index < after.part) || (only !== null && part.name !== only)) continue;
    const reasonOf = leftOut(part.of, part.asking, question.context);
    for await (const fact of factsOfPart(question, part, after?.part === index ? after : null))
      if (behind[index]?.(fact) !== false) yield { part, index, fact, excluded: reasonOf(fact) };
  }
}

/** Which facts of each part are behind the number: where only the answer tells, it is made first. */
async function factsBehind(question: Question, parts: readonly Part[]): Promise<readonly ((fact: FactView) => boolean)[]> {
  if (parts.every(({ behind }) => behind === undefined)) return [];
  const opened = openAnswer(question.kpi, question.asking, question.context);
  for (const part of opened.parts) await eachFactOfPart(question, part, (fact) => part.running.add(fact));
  return opened.behind();
}

async function* factsOfPart(question: Question, part: Part, after: FactPlace | null): AsyncGenerator<Fact> {
  const isCounted = counts(part.of, part.asking);
  const facts = question.knowledge === null ? storedFacts(question, part, after) : knownFacts(question, part, after);
  for await (const fact of facts) if (isCounted(fact)) yield fact;
}

async function* storedFacts({ world }: Question, { of, asking }: Part, after: FactPlace | null): AsyncGenerator<Fact> {
  const selection = factSelection(of, asking);
  for (let place = after; ; ) {
    const page = await factsAfter(world.snapshot, selection, place, pageSize);
    yield* page;
    place = page.at(-1) ?? place;
    if (page.length < pageSize) return;
  }
}

/** As known at an instant: subject after subject, the affected ones folded anew. Slower, and in the same order. */
async function* knownFacts(question: Question, part: Part, after: FactPlace | null): AsyncGenerator<Fact> {
  const { world, knowledge } = question;
  if (knowledge === null) return;
  const { affected } = knowledge;
  const selection = factSelection(part.of, part.asking);
  const isAffected = (subject: string) => affected === 'all' || affected.has(subject);
  const stored = affected === 'all' ? none() : storedFacts(question, part, after);
  let next = await stored.next();
  for await (const subject of affectedInOrder(world, knowledge, after?.subject ?? null)) {
    for (; !next.done && compareBytes(next.value.subject, subject) < 0; next = await stored.next())
      if (!isAffected(next.value.subject)) yield next.value;
    const anew = await factsFoldedAnew(world, knowledge, [subject], selection);
    yield* anew.toSorted(comparePlaces).filter((fact) => after === null || comparePlaces(fact, after) > 0);
  }
  for (; !next.done; next = await stored.next()) if (!isAffected(next.value.subject)) yield next.value;
}

async function* none(): AsyncGenerator<Fact> {}

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const comparePlaces = (a: FactPlace, b: FactPlace): number =>
  compareBytes(a.subject, b.subject) || compareBytes(a.kind, b.kind) || a.n - b.n;
